const [{ testEnvironment, transform }] = require('../../jest.config.js').projects;

/** Started by test/olderEngines/main.ts, which installs the engines first. @type {import('jest').Config} */
module.exports = {
	rootDir: __dirname,
	testEnvironment,
	transform,
	testMatch: ['<rootDir>/*.test.ts'],
	testTimeout: 60_000,
	maxWorkers: 1,
};
