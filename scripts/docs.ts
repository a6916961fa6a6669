import { runJest } from './jest';

/**
 * `npm run docs`: writes docs/tools.md, docs/panels.md and the tables of operations in the README from the definitions of all
 * operations.
 */
process.env.WRITE_DOCS = '1';
runJest([
	'--selectProjects',
	'unit',
	'engine',
	'--testPathPatterns',
	'docs/operationsTable',
	'agents/toolsTable|panel/panelsTable',
]).then((code) => process.exit(code));
