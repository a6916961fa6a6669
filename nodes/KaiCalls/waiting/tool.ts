import { invalidInput } from '../../shared/contract/failure';

/** An agent needs its answer at once, and its execution cannot be put to wait in the middle of a conversation. */
export const cannotWaitAsTool = () =>
	invalidInput(
		'Call > Create and Wait cannot wait as the tool of an AI agent; nobody was called',
		'Use Call > Create to place the call and, later, Call > Get to read what became of it.',
	);
