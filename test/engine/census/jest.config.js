const [{ testEnvironment, transform }] = require('../../../jest.config.js').projects;

/** Started by scripts/census.ts. @type {import('jest').Config} */
module.exports = {
	rootDir: __dirname,
	testEnvironment,
	transform,
	testMatch: ['<rootDir>/whole.ts'],
	testTimeout: 7_200_000,
};
