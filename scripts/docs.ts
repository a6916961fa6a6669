import { runJest } from './jest';

/** What `npm run docs` does: writes docs/tools.md from the definitions of all operations. */
process.env.WRITE_DOCS = '1';
runJest(['--selectProjects', 'engine', '--testPathPatterns', 'agents/toolsTable']).then((code) => process.exit(code));
