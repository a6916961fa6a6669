const engine = require('../../../jest.config.js').projects.find(({ displayName }) => displayName === 'engine');

/** Started by scripts/faults.ts. @type {import('jest').Config} */
module.exports = {
	...engine,
	rootDir: require('node:path').join(__dirname, '../../..'),
	testMatch: ['<rootDir>/test/engine/faults/whole/*.ts'],
	maxWorkers: 2,
	globalSetup: '<rootDir>/test/engine/faults/begin.ts',
	globalTeardown: '<rootDir>/test/engine/faults/page.ts',
};
