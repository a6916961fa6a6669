import { join } from 'node:path';

/** An engine of an older n8n, with the module that it lends to community packages. */
export interface OlderEngine {
	/** The n8n that has it. */
	n8n: string;
	/** Versions of `n8n-core` and `n8n-workflow`. */
	core: string;
	workflow: string;
	/** See `lineageOf`: an execution and its Retries have a token in common. */
	hasResumeToken: boolean;
}

/**
 * The oldest n8n that README names; the first published engine with a resume token; and the last one that knows a failed item by
 * its error; from n8n-core 2.34.4 on (n8n 2.34.6), it is known by its data.
 */
export const OLDER_ENGINES: readonly OlderEngine[] = [
	{ n8n: '1.121.3', core: '1.120.2', workflow: '1.118.2', hasResumeToken: false },
	{ n8n: '2.14.2', core: '2.14.1', workflow: '2.14.1', hasResumeToken: true },
	{ n8n: '2.34.4', core: '2.34.2', workflow: '2.34.2', hasResumeToken: true },
];

const HOME = join(__dirname, '../../.cache/engines');

/** Where an engine is installed. */
export const folderOf = ({ core }: OlderEngine): string => join(HOME, core);
