import { runJest } from './jest';

/**
 * `npm run docs`: writes docs/tools.md, docs/panels.md, docs/examples.md, the tables of operations in the README and the columns that n8n's
 * editor offers (`__schema__`) from the definitions of all operations.
 */
process.env.WRITE_DOCS = '1';
runJest([
	'--selectProjects',
	'unit',
	'engine',
	'--testPathPatterns',
	'docs/(?:operationsTable|examplesPage)',
	'agents/toolsTable|panel/panelsTable',
	'outputSchemas',
]).then((code) => process.exit(code));
