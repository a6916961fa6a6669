import { runJest } from './jest';

/**
 * `npm run docs`: writes docs/tools.md, docs/panels.md, docs/examples.md, the tables in docs/<vendor>.md and the columns
 * that n8n's editor offers (`__schema__`) from the definitions of all operations and the examples, and the figures in
 * README from docs/benchmark.md.
 */
process.env.WRITE_DOCS = '1';
runJest([
	'--selectProjects',
	'unit',
	'engine',
	'--testPathPatterns',
	'docs/(?:operationsTable|columnsTable|figures|examplesPage)',
	'agents/toolsTable|panel/panelsTable',
	'outputSchemas',
]).then((code) => process.exit(code));
