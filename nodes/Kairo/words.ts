/** For models: members that hold what a run brought forth from what it had read, in a run or its trace. KAIRO publishes no names. */
export const WORDS_OF_RUNS = ['output', 'outputs', 'result', 'results', 'steps', 'spans', 'logs', 'trace'];

/** The same for what documents say. */
export const WORDS_OF_DOCUMENTS = [
	'results',
	'matches',
	'passages',
	'document',
	'contents',
	'context',
	'title',
	'answer',
];
