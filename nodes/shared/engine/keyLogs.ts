import { sleep, type DeduplicationHelperFunctions, type ICheckProcessedOptions } from 'n8n-workflow';

import type { Time } from '../contract/time';
import type { PersistentKeys } from '../contract/persistentKeys';
import { EarlierCalls } from '../memory/earlierCalls';
import { KeyLog } from '../memory/keyLog';
import type { KeyStore } from '../memory/keyStore';
import { Leases, SLOW_MS } from '../memory/lease';
import { processKeys } from '../memory/processKeys';
import { WatchedStore } from '../memory/watchedStore';
import { systemTime } from './systemTime';

/**
 * Two or three keys for an item that is sent and one when it is done: enough for some 10,000 items. n8n drops the
 * oldest.
 */
export const MOST_KEYS = 30_000;

const optionsFor = (maxEntries: number): ICheckProcessedOptions => ({ mode: 'entries', maxEntries });

/** An unsaved workflow, such as one that Execute Sub-workflow gets as JSON, has no place for keys. */
const hasNoPlace = (error: unknown): boolean => error instanceof Error && /foreign key/i.test(error.message);

/** n8n's deduplication data of a node: in its database, shared by main and workers, written before a call resolves. */
function keyStoreOf(helpers: DeduplicationHelperFunctions): KeyStore {
	return {
		capacity: MOST_KEYS,
		async record(keys, withRoom) {
			const recorded = helpers.checkProcessedAndRecord(
				[...keys],
				'node',
				optionsFor(withRoom ? 2 * MOST_KEYS : MOST_KEYS),
			);
			const { processed } = await recorded.catch((error: unknown) => {
				if (hasNoPlace(error)) return { processed: [] };
				throw error;
			});
			return processed.map(String);
		},
		remove: async (keys) => await helpers.removeProcessed([...keys], 'node', optionsFor(MOST_KEYS)),
	};
}

interface NodeContext {
	helpers: object;
	getWorkflow(): { id?: string };
	getNode(): { id: string };
}

const hasStore = (helpers: object): helpers is DeduplicationHelperFunctions => 'checkProcessedAndRecord' in helpers;

/** The key log and the claims of this process for a node. */
export interface NodeKeys {
	log: KeyLog;
	leases: Leases;
}

/** All processes need the same time, so this is not the scaled time of tests. */
const COMMON_TIME: Time = { now: () => Date.now(), sleep };

function nodeKeysOver(helpers: DeduplicationHelperFunctions): NodeKeys {
	const store = new WatchedStore(keyStoreOf(helpers), COMMON_TIME, SLOW_MS);
	const log = new KeyLog(store, systemTime);
	return { log, leases: new Leases({ log, store, time: COMMON_TIME }) };
}

/** By workflow and node. */
const all = new Map<string, NodeKeys>();

const MOST_IDLE = 100;

function forgetIdle(): void {
	if (all.size <= MOST_IDLE) return;
	for (const [key, { log, leases }] of all) if (log.isIdle && leases.isIdle) all.delete(key);
}

/**
 * The one writer of this process to the keys of a node.
 * @returns undefined if n8n offers no store: in the tools of older agents and of MCP, and without a workflow
 */
export function nodeKeysOf(context: NodeContext): NodeKeys | undefined {
	const { helpers } = context;
	const { id: workflowId } = context.getWorkflow();
	if (!workflowId || !hasStore(helpers)) return undefined;
	const key = `${workflowId} ${context.getNode().id}`;
	const nodeKeys = all.get(key) ?? nodeKeysOver(helpers);
	forgetIdle();
	all.set(key, nodeKeys);
	return nodeKeys;
}

const ofProcess = new Map<string, PersistentKeys>();

/** Keys of a node that last as long as this process. Nodes of unsaved workflows differ only by their ID. */
export function processKeysOf(context: NodeContext): PersistentKeys {
	const key = `${context.getWorkflow().id ?? ''} ${context.getNode().id}`;
	const keys = ofProcess.get(key) ?? processKeys(MOST_KEYS);
	ofProcess.set(key, keys);
	return keys;
}

/** About as many calls as models make in an hour, with their answers. */
const MOST_CALLS = 1_000;

/** Calls that models have made by the tools of this process. */
export const earlierCalls = new EarlierCalls(MOST_CALLS);
