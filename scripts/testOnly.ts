import { runJest } from './jest';

/** `npm run test:only -- <path>`: the tests of a file or a folder, without types, build and lint. */
runJest(['--testPathPatterns', ...process.argv.slice(2)]).then((code) => process.exit(code));
