import { runJest } from './jest';

/**
 * `npm run docs`: writes docs/tools.md and the tables of operations in the README from the definitions of all
 * operations.
 */
process.env.WRITE_DOCS = '1';
runJest(['--selectProjects', 'unit', 'engine', '--testPathPatterns', 'docs/operationsTable', 'agents/toolsTable']).then(
	(code) => process.exit(code),
);
