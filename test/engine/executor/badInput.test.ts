import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { EntryPoint } from '../engine';
import { addProspects, byId, people, useKakiyoBench } from '../kakiyo';

const bench = useKakiyoBench();

/** A run that cannot succeed for its first item, and how it must be told. */
interface Unfit {
	what: string;
	parameters: INodeParameters;
	items?: IDataObject[];
	apiKey?: string;
	arrange?: () => void;
	/** In the message. */
	names: string;
	/** In the description. */
	remedy: string;
	/** Requests that may go out in Stop mode. */
	requests: number;
}

const list = { resource: 'campaign', operation: 'getAll', limit: 1 };
const statistics = { resource: 'campaign', operation: 'getStatistics' };
const [person] = people(1);

const cases: Unfit[] = [
	{
		what: 'no key',
		parameters: list,
		apiKey: ' Bearer ',
		names: '"API Key" in the credential is empty',
		remedy: 'credential',
		requests: 0,
	},
	{
		what: 'a key that was broken by a line',
		parameters: list,
		apiKey: 'abc\ndef',
		names: 'a line break',
		remedy: 'copy the key again',
		requests: 0,
	},
	{
		what: 'half a key',
		parameters: list,
		apiKey: 'abc',
		names: 'API key is incomplete',
		remedy: '40 characters',
		requests: 1,
	},
	{
		what: 'an unknown key',
		parameters: list,
		apiKey: 'k'.repeat(40),
		names: 'did not accept this API key',
		remedy: 'Create a key',
		requests: 1,
	},
	{
		what: 'no credits',
		parameters: list,
		arrange: () => bench.control.configureKakiyo({ credits: 0 }),
		names: 'out of credits',
		remedy: 'Add credits',
		requests: 1,
	},
	{
		what: 'an inactive plan',
		parameters: list,
		arrange: () => bench.control.configureKakiyo({ subscriptionActive: false }),
		names: 'subscription is not active',
		remedy: 'Renew the plan',
		requests: 1,
	},
	{
		what: 'an unknown ID',
		parameters: { ...statistics, campaignId: byId('nowhere') },
		names: 'Campaign ID "nowhere"',
		remedy: 'Check the ID',
		requests: 1,
	},
	{
		what: 'an unknown campaign to add to',
		parameters: { ...addProspects, campaignId: byId('nowhere') },
		items: people(1),
		names: 'Campaign ID "nowhere"',
		remedy: 'Check the ID',
		requests: 1,
	},
	{
		what: 'an ID that climbs',
		parameters: { ...statistics, campaignId: byId('..') },
		names: '"Campaign" must be an ID (got "..")',
		remedy: 'Enter the ID',
		requests: 0,
	},
	{
		what: 'a limit of 0',
		parameters: { ...list, limit: 0 },
		names: '"Limit" must be a whole number from 1 (got "0")',
		remedy: 'how many rows',
		requests: 0,
	},
	{
		what: 'a limit that is no number',
		parameters: { ...list, limit: '={{ "many" }}' },
		names: '"Limit" must be a whole number from 1 (got "many")',
		remedy: 'how many rows',
		requests: 0,
	},
	{
		what: 'a row without a name',
		parameters: addProspects,
		items: [{ url: person?.url ?? '' }],
		names: '"name" is missing',
		remedy: 'Map Automatically reads the input fields Name, LinkedIn Profile URL (url), Custom Data',
		requests: 0,
	},
	{
		what: 'a row with a broken URL',
		parameters: addProspects,
		items: [{ name: 'A', url: 'linkedin' }],
		names: '"LinkedIn Profile URL" (input field "url") must be a LinkedIn profile address (got "linkedin")',
		remedy: 'Edit Fields',
		requests: 0,
	},
	{
		what: 'an empty item',
		parameters: addProspects,
		items: [{}],
		names: '"name" is missing; "LinkedIn Profile URL" (input field "url") is missing',
		remedy: 'Map Each Column Manually',
		requests: 0,
	},
	{
		what: '3,001 characters of custom data',
		parameters: {
			...addProspects,
			dataMode: 'defineBelow',
			name: 'A',
			url: 'in/a',
			additionalFields: { customData: 'x'.repeat(3001) },
		},
		names: '"Custom Data" has 3001 characters',
		remedy: 'Correct the field',
		requests: 0,
	},
	{
		what: 'JSON that does not parse',
		parameters: {
			resource: 'webhook',
			operation: 'sendTest',
			event: byId('linkedin.message.received'),
			options: { data: '{ "a": 1' },
		},
		names: 'is not valid JSON',
		remedy: 'quotation marks',
		requests: 0,
	},
	{
		what: 'an operation that does not exist',
		parameters: { resource: 'campaign', operation: '={{ "explode" }}' },
		names: 'no such operation',
		remedy: 'from their lists',
		requests: 0,
	},
	{
		what: 'an API that answers HTML',
		parameters: list,
		arrange: () => bench.control.fail({ method: 'GET', path: '/campaigns', kind: 'html' }),
		names: 'not JSON',
		remedy: 'Base URL',
		requests: 1,
	},
];

describe.each(cases)('$what', ({ parameters, items = [{}], apiKey, arrange, names, remedy, requests }) => {
	const run = async (settings: Parameters<typeof bench.run>[1] = {}) => {
		arrange?.();
		return await bench.run(parameters, { items, ...(apiKey !== undefined && { apiKey }), ...settings });
	};

	it('stops with a message that names it and a remedy', async () => {
		const { error, items: output } = await run();
		expect(error?.message).toContain(names);
		expect(error?.description).toContain(remedy);
		expect(output).toEqual([]);
		expect(bench.requests()).toHaveLength(requests);
	});

	it('continues with both on the item', async () => {
		const { error, items: output } = await run({ settings: { onError: 'continueRegularOutput' } });
		expect(error).toBeUndefined();
		expect(output).toHaveLength(1);
		expect(output[0]?.json.error).toContain(names);
		expect(output[0]?.json.details).toMatchObject({ description: expect.stringContaining(remedy) });
		expect(output[0]?.pairedItem).toEqual({ item: 0 });
	});
});

describe('two bad rows among 100 good ones', () => {
	const rows = [
		...people(40),
		{ name: '', url: 'in/nameless' },
		...people(60, 40),
		{ name: 'Lost', url: 'https://www.linkedin.com/company/acme' },
	];

	it('do not affect the good ones with On Error = Continue', async () => {
		const { items, errors } = await bench.run(addProspects, {
			items: rows,
			settings: { onError: 'continueErrorOutput' },
		});
		expect(items).toHaveLength(100);
		expect(errors.map(({ json }) => json.error)).toEqual([
			expect.stringContaining('"name" is missing'),
			expect.stringContaining(
				'"LinkedIn Profile URL" (input field "url") must be a LinkedIn profile address (got "https://www.linkedin.com/company/acme")',
			),
		]);
		expect(bench.acceptedRows()).toBe(100);
	});

	it('stop everything with On Error = Stop, and are named', async () => {
		const { error } = await bench.run(addProspects, { items: rows });
		expect(error?.message).toContain('[item 40 of ');
		expect(error?.description).toContain('Not done: item 40, 101. Not sent: item 0 to 39, 41 to 100');
		expect(bench.requests()).toEqual([]);
	});
});

describe('101 rows', () => {
	it('become two requests', async () => {
		const { items } = await bench.run(addProspects, { items: people(101) });
		expect(items).toHaveLength(101);
		expect(bench.requests()).toHaveLength(2);
		expect(bench.acceptedRows()).toBe(101);
	});
});

describe('an expression that does not resolve for one item', () => {
	const campaignId = byId('={{ $json.ok ? "campaign_001" : $("No such node").first().json.id }}');
	const items = [{ ok: true }, { ok: false }, { ok: true }];
	const entryPoints: EntryPoint[] = ['customOperations', 'one by one'];

	it.each(entryPoints)(
		'leaves the item with its own fields, error, details and its place in the input (Continue, through "%s")',
		async (entryPoint) => {
			const { items: answers } = await bench.run(
				{ ...statistics, campaignId },
				{ items, entryPoint, settings: { onError: 'continueRegularOutput' } },
			);
			expect(answers.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
			expect(answers[1]?.json).toEqual({
				ok: false,
				error: expect.stringContaining('node'),
				details: { outcome: 'input', description: expect.stringMatching(/\S/) },
			});
		},
	);

	it.each(entryPoints)('goes to the error output with its own fields (through "%s")', async (entryPoint) => {
		const { items: good, errors } = await bench.run(
			{ ...statistics, campaignId },
			{ items, entryPoint, settings: { onError: 'continueErrorOutput' } },
		);
		expect(good).toHaveLength(2);
		expect(errors).toMatchObject([{ json: { ok: false, details: { outcome: 'input' } } }]);
	});

	it('is reported by n8n itself, where its routing evaluates all fields before the node: an error in its place', async () => {
		const { items: answers } = await bench.run(
			{ ...statistics, campaignId },
			{ items, entryPoint: 'routing', settings: { onError: 'continueRegularOutput' } },
		);
		expect(answers.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(answers[1]?.json).toMatchObject({ error: expect.stringContaining('node') });
	});
});
