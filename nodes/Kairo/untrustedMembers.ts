/** For models: members that hold what a run brought forth from what it had read, in a run or its trace. KAIRO publishes no names. */
export const RUN_OUTPUT_MEMBERS = ['output', 'outputs', 'result', 'results', 'steps', 'spans', 'logs', 'trace'];

/** The same for what documents say. */
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
