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
	// By default, jest leaves one core free. CI has only two.
	maxWorkers: '100%',
	// Each test file leaves objects of n8n in memory; after some hundred files the memory of a worker is full.
	workerIdleMemoryLimit: '1GB',
	// Long enough for a busy machine, and short enough for a test that hangs.
	testTimeout: 30_000,
	projects: [
		project('unit'),
		project('sandbox'),
		// Node and sandbox live in the same scaled time, so that a window of a minute takes 600 ms; each test has its own rate limits.
		project('engine', {
			moduleNameMapper: {
				'/systemTime$': '<rootDir>/test/engine/scaledTime.ts',
				'/processLimiters$': '<rootDir>/test/engine/processLimiters.ts',
			},
		}),
		project('package'),
	],
};
