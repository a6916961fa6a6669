const common = {
	testEnvironment: 'node',
	// Copies of this repository and homes of n8n, which the end-to-end tests leave behind.
	modulePathIgnorePatterns: ['<rootDir>/.cache/(?:demo|dev|e2e|e2e-editor|exports)/'],
	setupFiles: ['<rootDir>/test/support/sameExamples.ts'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
};

const project = (name, rest = {}) => ({
	...common,
	displayName: name,
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	...rest,
});

/** @type {import('jest').Config} */
module.exports = {
	// jest leaves a core free; of the two that CI has that is one too many.
	maxWorkers: '100%',
	// Each test file leaves something of n8n behind; after some hundred of them a worker has no memory left.
	workerIdleMemoryLimit: '1GB',
	// A loaded machine is slow; a test that hangs still ends.
	testTimeout: 30_000,
	projects: [
		project('unit'),
		project('sandbox'),
		// Node and sandbox live in the same scaled time, so that a window of a minute takes 600 ms; each test has its rate limits for itself.
		project('engine', {
			moduleNameMapper: {
				'/systemTime$': '<rootDir>/test/engine/scaledTime.ts',
				'/processLimiters$': '<rootDir>/test/engine/processLimiters.ts',
			},
		}),
		project('package'),
	],
};
