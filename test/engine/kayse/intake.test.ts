import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { automatic, useKayseBench } from '../kayse';

const bench = useKayseBench();

const intake: INodeParameters = {
	resource: 'lead',
	operation: 'intake',
	clientFields: automatic(),
	caseFields: automatic(),
};
const withCall = { ...intake, scheduleCall: true, campaignId: byId('71') };
const withList = {
	...intake,
	addToList: true,
	listName: 'Website leads',
	listFilter: '{ "case_type_ids": [987654] }',
};
const toItsItem = { onError: 'continueRegularOutput' } as const;

const lead = (index: number, more: IDataObject = {}): IDataObject => ({
	external_source: 'website',
	external_source_id: `lead-${index}`,
	first_name: `First${index}`,
	last_name: `Last${index}`,
	case_number: `WEB-${index}`,
	status: 'new',
	type: 'civil',
	...more,
});
const leads = (count: number) => Array.from({ length: count }, (_, index) => lead(index));

const isLead = (row: { [field: string]: unknown }) => String(row.external_source_id).startsWith('lead-');
const clients = () => bench.state.clients.filter(isLead);
const cases = () => bench.state.cases.filter(isLead);
const toHosts = () => bench.requests().map(({ method, path }) => `${method} ${path}`);

describe('lead intake', () => {
	it('creates client and case, linked', async () => {
		const { items, error } = await bench.run(intake, { items: [lead(1)] });
		expect(error).toBeUndefined();
		const [client] = bench.state.clients.slice(-1);
		const [legalCase] = bench.state.cases.slice(-1);
		expect(items.map(({ json }) => json)).toEqual([
			{
				client: { id: client?.id, outcome: 'created' },
				case: { id: legalCase?.id, outcome: 'created' },
				link: { outcome: 'created' },
			},
		]);
		expect(client).toMatchObject({ first_name: 'First1', case_ids: [legalCase?.id] });
		expect(legalCase).toMatchObject({ case_number: 'WEB-1', client_ids: [client?.id] });
		expect(toHosts()).toEqual(['POST /clients', 'POST /cases']);
	});

	it('puts all cases of a run on one list and calls each client once', async () => {
		const parameters = { ...withList, scheduleCall: true, campaignId: byId('71') };
		const { items } = await bench.run(parameters, { items: leads(20) });
		const list = bench.state.caseLists.find(({ name }) => name === 'Website leads');
		expect(list?.case_ids).toEqual(items.map(({ json }) => Object(json.case).id));
		expect(items.map(({ json }) => Object(json.list).outcome)).toEqual(leads(20).map(() => 'created'));
		expect(items.map(({ json }) => Object(json.call).outcome)).toEqual(leads(20).map(() => 'scheduled'));
		expect(bench.state.calls.map(({ case_id }) => case_id).sort()).toEqual(list?.case_ids);
		expect(toHosts().filter((request) => request === 'POST /case_lists')).toHaveLength(1);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(leads(20).map((_, item) => ({ item })));
	});

	it('takes the same client with two cases as one client', async () => {
		const second = lead(1, { case_number: 'WEB-1b', case_external_source_id: 'lead-1b' });
		await bench.run(intake, { items: [lead(1), second] });
		expect(clients()).toHaveLength(1);
		expect(cases().map(({ external_source_id }) => external_source_id)).toEqual(['lead-1', 'lead-1b']);
	});

	it('takes a lead in once when it comes twice in a run', async () => {
		const { items } = await bench.run(withCall, { items: [lead(1), lead(1)] });
		expect(items[1]?.json).toMatchObject({ duplicateOfItem: 0 });
		expect([clients().length, cases().length, bench.state.calls.length]).toEqual([1, 1, 1]);
	});
});

describe('a second run of a published workflow', () => {
	it('updates instead of creating twice, and does not call again', async () => {
		const staticData = {};
		const parameters = { ...withList, scheduleCall: true, campaignId: byId('71') };
		const first = await bench.run(parameters, { items: leads(2), staticData });
		const again = [lead(0, { city: 'Trenton' }), lead(1), lead(2)];
		const second = await bench.run(parameters, { items: again, staticData: JSON.parse(JSON.stringify(staticData)) });
		expect(second.error).toBeUndefined();
		const outcomes = (items: typeof second.items) =>
			items.map(({ json }) => ['client', 'case', 'link', 'list', 'call'].map((step) => Object(json[step]).outcome));
		expect(outcomes(first.items)).toEqual([
			['created', 'created', 'created', 'created', 'scheduled'],
			['created', 'created', 'created', 'created', 'scheduled'],
		]);
		expect(outcomes(second.items)).toEqual([
			['updated', 'updated', 'kept', 'updated', 'alreadyScheduled'],
			['updated', 'updated', 'kept', 'updated', 'alreadyScheduled'],
			['created', 'created', 'created', 'updated', 'scheduled'],
		]);
		expect(clients()).toMatchObject([{ city: 'Trenton' }, {}, {}]);
		expect(cases()).toHaveLength(3);
		expect(bench.state.calls).toHaveLength(3);
		const lists = bench.state.caseLists.filter(({ name }) => name === 'Website leads');
		expect(lists).toMatchObject([{ case_ids: cases().map(({ id }) => id) }]);
	});

	it('calls again if the user wants it', async () => {
		const staticData = {};
		await bench.run(withCall, { items: [lead(1)], staticData });
		await bench.run({ ...withCall, additionalFields: { callAgain: true } }, { items: [lead(1)], staticData });
		expect(bench.state.calls).toHaveLength(2);
	});

	it('creates anew what was deleted at Kayse meanwhile', async () => {
		const staticData = {};
		const { items } = await bench.run(intake, { items: [lead(1)], staticData });
		await bench.run({ resource: 'client', operation: 'delete', clientId: Number(Object(items[0]?.json.client).id) });
		const second = await bench.run(intake, { items: [lead(1)], staticData });
		expect(second.items[0]?.json).toMatchObject({
			client: { outcome: 'created' },
			case: { outcome: 'updated' },
			link: { outcome: 'created' },
		});
		expect(clients()).toMatchObject([{ case_ids: cases().map(({ id }) => id) }]);
	});

	it('does not create what an earlier run may have created', async () => {
		const staticData = {};
		bench.control.fail({ method: 'POST', path: '/clients', kind: 'resetAfterHandler' });
		const first = await bench.run(intake, { items: [lead(1)], staticData, settings: toItsItem });
		expect(first.items[0]?.json.details).toMatchObject({ outcome: 'unknown' });
		const second = await bench.run(intake, { items: [lead(1)], staticData, settings: toItsItem });
		expect(second.items[0]?.json.error).toMatch(/^Whether Kayse has created this client is unknown since 20/);
		expect(clients()).toHaveLength(1);
		const id = bench.state.clients.at(-1)?.id ?? 0;
		const third = await bench.run({ ...intake, additionalFields: { clientId: id } }, { items: [lead(1)], staticData });
		expect(third.items[0]?.json).toMatchObject({ client: { id, outcome: 'updated' }, case: { outcome: 'created' } });
		const fourth = await bench.run(intake, { items: [lead(1)], staticData });
		expect(fourth.items[0]?.json).toMatchObject({ client: { id, outcome: 'updated' } });
	});

	it('does not repeat a call whose outcome is unknown', async () => {
		const staticData = {};
		bench.control.fail({ method: 'POST', path: '/calls', kind: 'resetAfterHandler' });
		await bench.run(withCall, { items: [lead(1)], staticData, settings: toItsItem });
		const second = await bench.run(withCall, { items: [lead(1)], staticData });
		expect(second.items[0]?.json.call).toMatchObject({ outcome: 'unknown' });
		expect(bench.state.calls).toHaveLength(1);
	});
});

describe('a lead that ends on its way', () => {
	const badCase = lead(1, { case_external_source: 'no such source' });

	it('tells what exists, and goes on from there', async () => {
		const staticData = {};
		const { items } = await bench.run(intake, { items: [lead(0), badCase], staticData, settings: toItsItem });
		const clientId = bench.state.clients.at(-1)?.id;
		expect(items[0]?.json.case).toMatchObject({ outcome: 'created' });
		expect(items[1]?.json.error).toMatch(/^The case was not done: Kayse did not accept/);
		expect(Object(items[1]?.json.details).description).toContain(`Done before that: client created (ID ${clientId})`);
		const second = await bench.run(intake, { items: [lead(1)], staticData });
		expect(second.items[0]?.json).toMatchObject({ client: { id: clientId, outcome: 'updated' }, case: { outcome: 'created' } });
		expect(clients()).toHaveLength(2);
	});

	it('goes on with n8n’s Retry On Fail', async () => {
		bench.control.fail({ method: 'POST', path: '/cases', kind: 'status', status: 404 });
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const { error } = await bench.run(withCall, { items: [lead(1)], settings });
		expect(error).toBeUndefined();
		expect([clients().length, cases().length, bench.state.calls.length]).toEqual([1, 1, 1]);
	});

	it('in Stop mode ends the run there, and names what is done', async () => {
		const { error } = await bench.run(intake, { items: [lead(0), badCase, lead(2)] });
		expect(error?.message).toContain('The case was not done');
		expect(error?.message).toContain('[Item 1]');
		expect(error?.description).toContain('Done: item 0. Not done: item 1. Not sent: item 2.');
		expect(clients()).toHaveLength(2);
	});

	it('in Stop mode tells of leads that got their records but no call', async () => {
		const { error } = await bench.run(withCall, { items: [lead(0), badCase] });
		expect(error?.message).toMatch(/^The call was not done: another item ended the run: The case was not done: Kayse did not accept/);
		expect(error?.description).toContain('Done before that: client created');
		expect(error?.description).toContain('case created');
		expect(bench.state.calls).toEqual([]);
	});

	it.each<[string, INodeParameters, IDataObject, string]>([
		['a missing name', intake, lead(1, { last_name: '' }), '"Last Name" must be filled in for a client'],
		['a missing case number', intake, lead(1, { case_number: null }), '"Case Number" must be filled in for a case'],
		['a list without a filter', { ...withList, listFilter: '{}' }, lead(1), '"List Filter" is empty, which may stand for all cases of the firm'],
		['a list without a name', { ...withList, listName: ' ' }, lead(1), '"List Name" is empty'],
		['no campaign', { ...withCall, campaignId: byId('0') }, lead(1), '"Campaign" is "0", which is no ID'],
	])('costs no request for %s', async (_, parameters, item, message) => {
		const { error } = await bench.run(parameters, { items: [item] });
		expect(error?.message).toBe(message);
		expect(bench.requests()).toEqual([]);
	});
});

describe('what is remembered', () => {
	it('is bounded', async () => {
		const entries = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`["old","${index}"]`, { id: index + 1 }]));
		const staticData: IDataObject = { 'node:Node': { clients: entries } };
		await bench.run(intake, { items: [lead(1)], staticData });
		const kept = Object.keys(Object(Object(staticData['node:Node']).clients));
		expect(kept).toHaveLength(2_000);
		expect(kept).not.toContain('["old","0"]');
		expect(kept.at(-1)).toBe('["website","lead-1"]');
	});
});
