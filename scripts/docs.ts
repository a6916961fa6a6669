import { runJest } from './jest';

/** What `npm run docs` does: writes docs/tools.md, the tables of operations in the README, and the columns that n8n's editor offers (`__schema__`). */
process.env.WRITE_DOCS = '1';
runJest([
	'--selectProjects',
	'unit',
	'engine',
	'--testPathPatterns',
	'docs/operationsTable',
	'agents/toolsTable',
	'outputSchemas',
]).then((code) => process.exit(code));
