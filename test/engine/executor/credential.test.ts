import { describe, expect, it } from '@jest/globals';
import type { OnError } from 'n8n-workflow';

import type { RunOptions } from '../bench';
import type { EntryPoint } from '../engine';
import { useKaiCallsBench } from '../kaicalls';
import { useKairoBench } from '../kairo';
import { addProspects, byId, people, useKakiyoBench } from '../kakiyo';
import { useKayseBench } from '../kayse';

const bench = useKakiyoBench();
const kaiCalls = useKaiCallsBench();
const kairo = useKairoBench();
const kayse = useKayseBench();

/** Operations of every shape: item by item, in batches, a list, a wait. */
const anyOperation = [
	['Kakiyo, in batches', bench, addProspects],
	['Kakiyo, item by item', bench, { resource: 'campaign', operation: 'pause', campaignId: byId('campaign_001') }],
	[
		'KaiCalls, a wait',
		kaiCalls,
		{ resource: 'call', operation: 'createAndWait', agentId: byId('agent_1'), to: '+12025550123' },
	],
	['KAIRO', kairo, { resource: 'agent', operation: 'get', agentId: byId('agent_1') }],
	['Kayse, a list', kayse, { resource: 'campaign', operation: 'getAll', returnAll: true }],
	['an operation named by an expression', kaiCalls, { resource: 'account', operation: '={{ "getBalance" }}' }],
	['an expression that names none', kayse, { resource: 'metadata', operation: '={{ $json.nothing }}' }],
	[
		'an expression that cannot be read',
		bench,
		{ resource: 'apiKey', operation: '={{ $("Nowhere").item.json.operation }}' },
	],
] as const;

describe.each(anyOperation)('a node whose credential cannot be read (%s)', (_name, of, parameters) => {
	const ways = {
		'none was chosen, as in an imported workflow': { settings: { credentials: {} } },
		'it was deleted': { unreadableFrom: 0 },
	};

	const fails = async (way: RunOptions) => {
		const run = async (onError: OnError) =>
			await of.run(parameters, { items: people(2), ...way, settings: { ...way.settings, onError } });
		const failed = (item: number) => ({
			json: { error: expect.any(String), details: { outcome: 'input' } },
			pairedItem: { item },
		});

		const { items } = await run('continueRegularOutput');
		expect(items).toMatchObject([failed(0), failed(1)]);

		const { items: good, errors } = await run('continueErrorOutput');
		expect(good).toEqual([]);
		expect(errors).toMatchObject([failed(0), failed(1)]);
		expect(errors.map(({ json }) => json.name)).toEqual(people(2).map(({ name }) => name));
		expect(of.requests()).toEqual([]);
	};

	it.each(Object.entries(ways))('fails for each row, on the branch of On Error: %s', async (_way, way: RunOptions) => {
		await fails(way);
		// This n8n evaluates the expression to a name that no operation has.
		await fails({ ...way, evaluatesOperation: true });
	});
});

describe.each([
	['Kakiyo', bench, 'campaign', 'getAll'],
	['KaiCalls', kaiCalls, 'account', 'getBalance'],
	['Kayse', kayse, 'metadata', 'getAll'],
	['KAIRO', kairo, 'agent', 'getAll'],
] as const)(
	'a resource from an expression, which n8n turns into a text without Operation (%s)',
	(_name, of, resource, operation) => {
		it.each([
			['without a credential', { credentials: {} }],
			['with its credential', {}],
		])('fails for each row, on the branch of On Error: %s', async (_way, credentials) => {
			for (const named of [operation, `={{ "${operation}" }}`]) {
				const { items, errors } = await of.run(
					{ resource: `={{ "${resource}" }}`, operation: named },
					{ items: people(2), settings: { ...credentials, onError: 'continueErrorOutput' } },
				);
				expect(items).toEqual([]);
				expect(errors.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual(
					[0, 1].map((item) => ['This node has no such operation', { item }]),
				);
			}
			expect(of.requests()).toEqual([]);
		});
	},
);

describe('a node without its credential', () => {
	const settings = { credentials: {} };

	it('says so, and not that something may have been sent (Stop)', async () => {
		const { error } = await bench.run(addProspects, { items: people(2), settings });
		expect(error?.message).toContain('credential');
		expect(error?.message).not.toContain('unknown');
		expect(error?.description).toContain('Not done: item 0 to 1');
		expect(bench.requests()).toEqual([]);
	});

	it('says so on every item (error output), and Retry On Fail tries again', async () => {
		const retry = {
			...settings,
			onError: 'continueErrorOutput',
			retryOnFail: true,
			maxTries: 2,
			waitBetweenTries: 1,
		} as const;
		const { items, errors } = await bench.run(addProspects, { items: people(2), settings: retry });
		expect(items).toEqual([]);
		expect(errors.map(({ json }) => json.details)).toEqual([
			expect.objectContaining({ outcome: 'input' }),
			expect.objectContaining({ outcome: 'input' }),
		]);
	});
});

describe('a credential whose secrets store is gone', () => {
	const entryPoints: EntryPoint[] = ['customOperations', 'routing', 'one by one'];

	it.each(entryPoints)(
		'before the run: nothing was sent, and no item is unknown (Stop, through "%s")',
		async (entryPoint) => {
			const { error } = await bench.run(addProspects, { items: people(2), unreadableFrom: 0, entryPoint });
			expect(error?.message).toContain('The vault is sealed');
			expect(JSON.stringify(error)).not.toContain('unknown');
			expect(bench.requests()).toEqual([]);
		},
	);

	it('before the run: says what to do on every item (error output)', async () => {
		const settings = { onError: 'continueErrorOutput' } as const;
		const { errors } = await bench.run(addProspects, { items: people(2), unreadableFrom: 0, settings });
		expect(errors.map(({ json }) => json.details)).toEqual([
			expect.objectContaining({ outcome: 'input', description: expect.stringContaining('Nothing was sent') }),
			expect.objectContaining({ outcome: 'input', description: expect.stringContaining('Nothing was sent') }),
		]);
	});

	it.each(entryPoints)(
		'during the run: the credential was read once for all of it (through "%s")',
		async (entryPoint) => {
			// n8n's routing reads it once by itself.
			const unreadableFrom = entryPoint === 'routing' ? 2 : 1;
			const parameters = { resource: 'campaign', operation: 'pause', campaignId: byId('campaign_001') };
			const { error, items: done } = await bench.run(parameters, { items: people(5), unreadableFrom, entryPoint });
			expect(error).toBeUndefined();
			expect(done).toHaveLength(5);
		},
	);
});
