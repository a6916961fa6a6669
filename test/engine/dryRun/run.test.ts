import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { everyOne } from '../../support/everyOne';
import { itemsOf } from '../agents/reads';
import { hintsOf, type NodeResult } from '../engine';
import { useKaiCallsBench } from '../kaicalls';
import { addProspects, byId, people, useKakiyoBench } from '../kakiyo';
import { automatic } from '../resourceMapper';

const kakiyo = useKakiyoBench();
const kaiCalls = useKaiCallsBench();

const add = (options: INodeParameters = { dryRun: true }): INodeParameters => ({
	...addProspects,
	fields: automatic(),
	options,
});

const call = (options: INodeParameters = { dryRun: true }): INodeParameters => ({
	resource: 'call',
	operation: 'create',
	agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
	to: '={{ $json.phone }}',
	options,
});

const rowsOf = ({ items }: NodeResult): IDataObject[] => items.map(({ json }) => json);
const phones = (count: number) => Array.from({ length: count }, (_, at) => ({ phone: `+1202555${1_000 + at}` }));

describe('Dry Run', () => {
	it('shows people who share a request, each with that request, and sums up requests and credits', async () => {
		const result = await kakiyo.run(add(), { items: people(3) });
		expect(rowsOf(result)).toMatchObject(
			people(3).map((person) => ({ ...person, dryRun: true, items: '0 to 2', request: { number: 1, method: 'POST' } })),
		);
		expect(rowsOf(result)[1]?.request).toMatchObject({
			url: expect.stringMatching(/\/prospects\/batch$/),
			body: { campaignId: 'campaign_001', prospects: people(3).map(({ name }) => ({ name })) },
		});
		expect(hintsOf(result).join(' ')).toContain(
			'Dry Run: nothing was sent. 3 of 3 items would leave in 1 request. Kakiyo may take 1 credit for that.',
		);
		expect(kakiyo.requests()).toEqual([]);
	});

	it('names the shortest time under the limits', async () => {
		const result = await kaiCalls.run(call(), { items: phones(61) });
		// docs/vendors/kaicalls.md: 60 requests a minute.
		expect(hintsOf(result).join(' ')).toContain(
			'61 of 61 items would leave in 61 requests. Under the limits of KaiCalls, that takes at least 60 s.',
		);
	});

	it('shows the body of many people once', async () => {
		const rows = rowsOf(await kakiyo.run(add(), { items: people(100) }));
		expect(rows[0]?.request).toMatchObject({ body: { prospects: people(100).map(({ name }) => ({ name })) } });
		for (const { request } of everyOne(rows.slice(1))) expect(request).toMatchObject({ body: 'See item 0' });
		expect(JSON.stringify(rows).length).toBeLessThan(100_000);
	});

	it('shows an unfit row and a duplicate in their places, with On Error = Stop, too', async () => {
		const [first = {}, second = {}] = people(2);
		const result = await kakiyo.run(add(), { items: [first, { name: 'Ada', url: 'no profile' }, second, first] });
		expect(result.error).toBeUndefined();
		expect(rowsOf(result)).toMatchObject([
			{ request: { number: 1 }, items: '0, 2' },
			{ name: 'Ada', error: expect.stringContaining('url') },
			{ request: { number: 1 } },
			{ request: { number: 1 }, duplicateOfItem: 0 },
		]);
		expect(hintsOf(result).join(' ')).toContain('2 of 4 items would leave in 1 request.');
	});

	it('names the persons whom a rule would hold back, and counts no contact', async () => {
		const limit = { contactLimit: { limit: { contacts: 1, period: 1, unit: 'days' } } };
		const [one, other] = kaiCalls.state.agents;
		const twice = [one, other].map((agent) => ({ phone: '+12025551001', agent: agent?.id ?? '' }));
		const both = { ...call({ ...limit, dryRun: true }), agentId: byId('={{ $json.agent }}') };
		for (const _ of everyOne([1, 2])) {
			const [first, second] = rowsOf(await kaiCalls.run(both, { items: twice }));
			expect(first).toMatchObject({ dryRun: true, request: { number: 1 } });
			expect(second).toMatchObject({ reason: 'contactLimit' });
		}
		const [called] = rowsOf(await kaiCalls.run(call(limit), { items: twice.slice(0, 1) }));
		expect(called).not.toHaveProperty('dryRun');
		expect(kaiCalls.requests()).toHaveLength(1);
	});

	it('leaves nothing behind: a run of the same workflow without it sends all', async () => {
		await kaiCalls.run(call(), { items: phones(2) });
		const real = await kaiCalls.run(call({}), { items: phones(2) });
		expect(rowsOf(real).some((row) => 'dryRun' in row)).toBe(false);
		expect(kaiCalls.requests().filter(({ method }) => method === 'POST')).toHaveLength(2);
	});

	it('tells a model that nothing was sent; its second call, without it, does not count as a repetition', async () => {
		const asked = { ...call(), to: '+12025551007' };
		expect(itemsOf(String(await kaiCalls.tool(asked)({})))).toMatchObject([
			{ dryRun: true, note: 'Dry Run: nothing was sent.', request: { method: 'POST' } },
		]);
		expect(kaiCalls.requests()).toEqual([]);
		await kaiCalls.tool({ ...asked, options: {} })({});
		expect(kaiCalls.requests()).toHaveLength(1);
	});

	it('that is on for one item is on for all: nothing is sent', async () => {
		const result = await kaiCalls.run(call({ dryRun: '={{ $itemIndex === 1 }}' }), { items: phones(3) });
		expect(rowsOf(result).every(({ dryRun }) => dryRun)).toBe(true);
		expect(kaiCalls.requests()).toEqual([]);
	});

	it('whose expression yields nothing sends nothing', async () => {
		const result = await kaiCalls.run(call({ dryRun: '={{ $json.missing }}' }), { items: phones(1) });
		expect(result.error?.message).toContain('"Dry Run" was added, but is empty');
		expect(kaiCalls.requests()).toEqual([]);
	});

	it('works with a credential that may only read, and says so', async () => {
		const result = await kaiCalls.run(call(), { items: phones(1), credentialFields: { readOnly: 'true' } });
		expect(rowsOf(result)).toMatchObject([{ dryRun: true, request: { method: 'POST' } }]);
		expect(hintsOf(result).join(' ')).toContain('"Read Only" is on in the credential');
	});
});
