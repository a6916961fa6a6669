const [{ testEnvironment, transform }] = require('../../jest.config.js').projects;

/** Started by scripts/e2e.ts, which brings up n8n and the sandbox first. @type {import('jest').Config} */
module.exports = {
	rootDir: __dirname,
	testEnvironment,
	transform,
	testMatch: ['<rootDir>/*.test.ts'],
	testTimeout: 300_000,
	// All tests share one n8n and one sandbox.
	maxWorkers: 1,
	reporters: ['default', '<rootDir>/progressReporter.js'],
};
