const [{ testEnvironment, transform }] = require('../../jest.config.js').projects;

const project = (displayName, tests) => ({
	displayName,
	rootDir: __dirname,
	testEnvironment,
	transform,
	testMatch: [`<rootDir>/${tests}`],
});

/** Started by test/e2e/main.ts, which brings up n8n and the sandbox first, and runs some of the projects at once. @type {import('jest').Config} */
module.exports = {
	projects: [
		project('shared n8n', '*.test.ts'),
		project('own n8n', 'ownN8n/*.test.ts'),
		project('editor', 'editor/*.test.ts'),
		project('waiting n8n', 'waitingN8n/*.test.ts'),
		// Not a test: `npm run pictures` makes docs/images with it.
		project('pictures', 'pictures/*.test.ts'),
	],
	testTimeout: 300_000,
	// Those of a project run one after another: they share one n8n and one sandbox, or start several processes each.
	maxWorkers: 1,
	reporters: ['default', `${__dirname}/progressReporter.js`],
};
