import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { systemTime } from '../scaledTime';
import { findings } from './evaluations/findings';
import { packageNodes } from './evaluations/nodes';
import { runWay, UNFIT } from './evaluations/run';
import { startServer, type AnyServer } from './evaluations/server';
import { chosenIn, operationsOf, type Way } from './evaluations/ways';

/** Those of a way through an operation; there are hundreds of ways. */
const ITEMS = 200;
const PERFORMED = 20;
const MANY_ITEMS = 1_000;

// An operation with many ways through its fields takes some seconds while other tests run.
jest.setTimeout(120_000);

let server: AnyServer;
beforeAll(async () => {
	server = await startServer();
	// Nothing waits for a limit here, and in scaled time reading would give way to n8n a hundred times as often.
	Object.assign(systemTime, { now: Date.now });
});
afterAll(async () => await server.close());

const nodes = packageNodes.map((node) => ({
	node,
	name: node.create().description.displayName,
	operations: operationsOf(node.create()),
}));

describe.each(nodes)('$name: each field is evaluated once for each item', ({ node, name, operations }) => {
	/** The findings on all ways through an operation, with the way of each. */
	async function onAllWays(at: string, ways: Way[], findingsOn: (way: Way) => Promise<string[]>): Promise<string[]> {
		const found: string[] = [];
		for (const way of ways) {
			const place = [`${name}: ${at}`, chosenIn(way)].filter((part) => part !== '').join(', ');
			for (const finding of await findingsOn(way)) found.push(`${place}: ${finding}`);
		}
		return found;
	}

	it.each(operations)(`$at, reading ${ITEMS} items`, async ({ at, ways }) => {
		const found = await onAllWays(at, ways, async (way) => {
			// As the last item is unfit and On Error is Stop, all items are read and none is performed.
			const run = await runWay(node, way, server, { items: ITEMS, unfitItem: true });
			expect(run.error?.message).toBe(`${UNFIT} [item ${ITEMS} of ${ITEMS + 1}]`);
			expect(run.methods).toEqual([]);
			return findings(run, ITEMS);
		});
		expect(found).toEqual([]);
	});

	it.each(operations)(`$at, performing ${PERFORMED} items`, async ({ at, ways }) => {
		const found = await onAllWays(at, ways, async (way) => {
			const run = await runWay(node, way, server, { items: PERFORMED, onError: 'continueRegularOutput' });
			expect(run.error?.message).toBeUndefined();
			expect(run.items.filter(({ json }) => Object(json.details).outcome === 'input')).toEqual([]);
			expect(run.methods).not.toEqual([]);
			return findings(run, PERFORMED);
		});
		expect(found).toEqual([]);
	});
});

describe('with n8n’s own evaluator', () => {
	const kinds = [
		{ kind: 'a list', vendor: 'Kakiyo', operation: 'Prospect > Get Many', choices: 'returnAll = false' },
		{ kind: 'a create', vendor: 'KaiCalls', operation: 'Call > Create', choices: '' },
		{ kind: 'a batch', vendor: 'Kakiyo', operation: 'Prospect > Add', choices: 'waitForImport = false' },
	];

	it.each(kinds)(
		`$kind evaluates each field once for each of ${MANY_ITEMS} items`,
		async ({ vendor, operation, choices }) => {
			const offered = nodes.find(({ name }) => name === vendor);
			const way = offered?.operations.find(({ at }) => at === operation)?.ways.find((one) => chosenIn(one) === choices);
			if (!offered || !way) throw new Error(`${vendor} has no ${operation}`);
			const run = await runWay(offered.node, way, server, { items: MANY_ITEMS, unfitItem: true, really: true });
			expect(run.error?.message).toContain(`[item ${MANY_ITEMS} of `);
			expect(run.methods).toEqual([]);
			expect(findings(run, MANY_ITEMS)).toEqual([]);
		},
	);
});
