import { runJest } from './jest';

/** What `npm run test:only -- <path>` does: the tests of a file or a folder, without types, build and lint before them. */
runJest(['--testPathPatterns', ...process.argv.slice(2)]).then((code) => process.exit(code));
