/** Members of runs and traces that may contain text of other people. Tools mark it for models. KAIRO documents no names. */
export const RUN_OUTPUT_MEMBERS = ['output', 'outputs', 'result', 'results', 'steps', 'spans', 'logs', 'trace'];

/** The same for documents. */
export const DOCUMENT_TEXT_MEMBERS = [
	'results',
	'matches',
	'passages',
	'document',
	'contents',
	'context',
	'title',
	'answer',
];
