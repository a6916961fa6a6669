import { join } from 'node:path';

/** An engine of an older n8n, with the module that it lends to community packages. */
export interface OlderEngine {
	/** The n8n that has it. */
	n8n: string;
	/** Versions of `n8n-core` and `n8n-workflow`. */
	core: string;
	workflow: string;
}

/**
 * The oldest n8n that README names, and the last published engine that knows a failed item by its error; from n8n-core 2.34.4 on
 * (n8n 2.34.6), it is known by its data.
 */
export const OLDER_ENGINES: readonly OlderEngine[] = [
	{ n8n: '1.121.3', core: '1.120.2', workflow: '1.118.2' },
	{ n8n: '2.34.4', core: '2.34.2', workflow: '2.34.2' },
];

const HOME = join(__dirname, '../../.cache/engines');

/** Where an engine is installed. */
export const folderOf = ({ core }: OlderEngine): string => join(HOME, core);
