import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import type { PersistentKeys } from '../../../nodes/shared/contract/persistentKeys';
import { processKeys } from '../../../nodes/shared/memory/processKeys';
import { keptByNode, markStaticData, type Keeping } from '../../../nodes/shared/memory/staticData';

const OWN = 'n8n-nodes-outreach-agents';

/** An execution of a workflow; its node has these others before it. */
interface Start {
	staticData?: Record<string, IDataObject>;
	parents?: string[];
	rest?: Partial<Keeping>;
	hasWaited?: boolean;
}

/** A node's keys, as n8n keeps them over executions. */
const database = (): PersistentKeys => processKeys(30_000);

async function kept(
	{ staticData = {}, parents = [], rest = {}, hasWaited = false }: Start,
	keys: PersistentKeys | undefined = database(),
) {
	const context: Keeping = {
		getMode: () => 'webhook',
		getNode: () => ({ name: 'Take In', type: `${OWN}.kayse` }),
		getWorkflow: () => ({ active: true }),
		getParentNodes: () => parents.map((type) => ({ name: type, type, typeVersion: 1, disabled: false })),
		getWorkflowStaticData: (kind) => (staticData[kind] ??= {}),
		...rest,
	};
	return await keptByNode(context, { keys, hasWaited: async () => hasWaited, remedy: 'Use a table.' });
}

const NOT_LOADED = 'n8n did not load the memory of this workflow';
const BESIDE_TRIGGER = 'this workflow has a trigger of this package';

describe('the stored data of a node', () => {
	it.each([
		['nothing of this package', ['n8n-nodes-base.webhook', 'n8n-nodes-base.set']],
		['another node of this package', ['n8n-nodes-base.scheduleTrigger', `${OWN}.kakiyo`]],
		['another package’s trigger', ['other.kakiyoTrigger']],
	])('is returned after %s', async (_, parents) => {
		const node = { remembered: 1 };
		expect(await kept({ staticData: { node }, parents })).toBe(node);
	});

	it('is separate in a manual execution, for any loaded data: nothing is saved', async () => {
		const rest: Partial<Keeping> = { getMode: () => 'manual', getWorkflow: () => ({ active: false }) };
		expect(await kept({ parents: [`${OWN}.kakiyoTrigger`], rest, hasWaited: true })).toEqual({});
	});

	it.each([[`${OWN}.kaiCallsTrigger`], [`${OWN}.kakiyoTrigger`], [`${OWN}.kayseTrigger`]])(
		'is refused after %s, with or without the mark of the trigger',
		async (type) => {
			const staticData: Record<string, IDataObject> = { node: { remembered: 1 } };
			await expect(kept({ staticData, parents: [type] })).rejects.toThrow(BESIDE_TRIGGER);
			markStaticData({ getWorkflowStaticData: (kind) => (staticData[kind] ??= {}) });
			await expect(kept({ staticData, parents: [] })).rejects.toThrow(BESIDE_TRIGGER);
		},
	);

	it.each<[string, Start]>([
		['a snapshot of the workflow runs', { rest: { getWorkflow: () => ({ active: false }) } }],
		['the execution has waited', { hasWaited: true }],
	])('is refused on a first run when %s', async (_, start) => {
		await expect(kept(start)).rejects.toThrow(NOT_LOADED);
	});

	it('is refused if there was some before and n8n loads none', async () => {
		const keys = database();
		await kept({ staticData: { node: { remembered: 1 } } }, keys);
		await expect(kept({}, keys)).rejects.toThrow(NOT_LOADED);
	});

	it('is empty after a first execution that n8n has not saved, for any number of runs of the node in it', async () => {
		const keys = database();
		const staticData: Record<string, IDataObject> = {};
		for (const turn of [1, 2, 3]) (await kept({ staticData }, keys)).turn = turn;
		expect(await kept({}, keys)).toEqual({});
	});
});
