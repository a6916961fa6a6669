const [{ testEnvironment, transform }] = require('../../jest.config.js').projects;

/** Started by test/versions/main.ts, once for each n8n. @type {import('jest').Config} */
module.exports = {
	rootDir: __dirname,
	testEnvironment,
	transform,
	testMatch: ['<rootDir>/*.test.ts'],
	testTimeout: 120_000,
	maxWorkers: 1,
};
