/** Started by test/versions/main.ts, once for each n8n; a whole n8n takes longer than an engine. @type {import('jest').Config} */
module.exports = { ...require('../olderEngines/jest.config.js'), rootDir: __dirname, testTimeout: 120_000 };
