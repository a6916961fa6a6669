import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { automatic, mapped, useKayseBench } from '../kayse';

const bench = useKayseBench();
const otherAccount = useKayseBench();

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
				...lead(1),
				full_name: 'First1 Last1',
				client: { id: client?.id, outcome: 'created' },
				case: { id: legalCase?.id, outcome: 'created' },
				link: { outcome: 'created' },
			},
		]);
		expect(client).toMatchObject({ first_name: 'First1', case_ids: [legalCase?.id] });
		expect(legalCase).toMatchObject({ case_number: 'WEB-1', client_ids: [client?.id] });
		expect(toHosts()).toEqual(['POST /clients', 'POST /cases']);
	});

	it('uses the client’s source for the case, unless the case has its own', async () => {
		const clientFields = mapped({
			first_name: 'Ann',
			last_name: 'Example',
			external_source: 'website',
			external_source_id: '={{ $json.lead }}',
		});
		// As n8n saves fields that were not added, and those that were.
		const caseFields = (value: INodeParameters) => ({
			...intake,
			clientFields,
			caseFields: mapped({
				case_number: 'WEB-7',
				status: 'new',
				type: 'civil',
				external_source: null,
				external_source_id: null,
				...value,
			}),
		});
		await bench.run(caseFields({}), { items: [{ lead: 'lead-7' }] });
		expect(bench.state.cases.at(-1)).toMatchObject({ external_source: 'website', external_source_id: 'lead-7' });
		await bench.run(caseFields({ external_source_id: 'case-8', case_number: 'WEB-8' }), {
			items: [{ lead: 'lead-8' }],
		});
		expect(bench.state.cases.at(-1)).toMatchObject({ external_source: 'website', external_source_id: 'case-8' });
		const { error } = await bench.run(caseFields({ external_source_id: '={{ $json.gone }}' }), {
			items: [{ lead: 'lead-9' }],
		});
		expect(error?.message).toBe('"External Source ID" must be filled in for a case');
	});

	it('names the columns of a table without the right ones, and the unused ones', async () => {
		const { error } = await bench.run(intake, {
			items: [{ 'First Name': 'Ann', Surname: 'Example', 'Case Number': 'WEB-1', Fax: '+12025550123' }],
		});
		expect(error?.message).toBe('"External Source", "External Source ID" of the client are missing');
		expect(error?.description).toBe(
			'The item has "First Name", "Surname", "Case Number" and "Fax". Not used: "Fax". Rename the columns, or choose Map Each Column Manually and drag them in.',
		);
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

	it('treats the same client with two cases as one client', async () => {
		const second = lead(1, { case_number: 'WEB-1b', case_external_source_id: 'lead-1b' });
		await bench.run(intake, { items: [lead(1), second] });
		expect(clients()).toHaveLength(1);
		expect(cases().map(({ external_source_id }) => external_source_id)).toEqual(['lead-1', 'lead-1b']);
	});

	it('puts a lead on every list in its row', async () => {
		const items = [lead(1, { list: 'A' }), lead(1, { list: 'B' })];
		await bench.run({ ...withList, listName: '={{ $json.list }}' }, { items });
		const lists = bench.state.caseLists.filter(({ name }) => ['A', 'B'].includes(String(name)));
		expect(lists.map(({ case_ids }) => case_ids)).toEqual([[cases()[0]?.id], [cases()[0]?.id]]);
		expect(clients()).toHaveLength(1);
	});

	it('does not write two leads onto the client of a given ID', async () => {
		const parameters = { ...intake, additionalFields: { clientId: '402' } };
		const { items } = await bench.run(parameters, { items: [lead(1), lead(2)], settings: toItsItem });
		expect(items.map(({ json }) => json.error)).toEqual(
			items.map(() => 'Several items have the client ID 402, but come from different sources'),
		);
		expect(bench.requests()).toEqual([]);
	});

	it('calls when an expression says yes', async () => {
		await bench.run(
			{ ...withCall, scheduleCall: '={{ $json.call }}' },
			{ items: [lead(1, { call: 'yes' }), lead(2, { call: '' })] },
		);
		expect(bench.state.calls).toHaveLength(1);
	});

	it('takes a lead in once when two of an agent’s calls come at the same time', async () => {
		const tool = bench.tool({
			...intake,
			clientFields: mapped({
				external_source: 'website',
				external_source_id: 'lead-1',
				first_name: 'A',
				last_name: 'B',
			}),
			caseFields: mapped({
				external_source: 'website',
				external_source_id: 'lead-1',
				case_number: '1',
				status: 'new',
				type: 'civil',
			}),
		});
		await Promise.all([tool({}), tool({})]);
		expect([clients().length, cases().length]).toEqual([1, 1]);
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
			['updated', 'unchanged', 'leftAlone', 'updated', 'alreadyScheduled'],
			['unchanged', 'unchanged', 'leftAlone', 'updated', 'alreadyScheduled'],
			['created', 'created', 'created', 'updated', 'scheduled'],
		]);
		expect(clients()).toMatchObject([{ city: 'Trenton' }, {}, {}]);
		expect(cases()).toHaveLength(3);
		expect(bench.state.calls).toHaveLength(3);
		const lists = bench.state.caseLists.filter(({ name }) => name === 'Website leads');
		expect(lists).toMatchObject([{ case_ids: cases().map(({ id }) => id) }]);
	});

	it('calls again if the user wants that', async () => {
		const staticData = {};
		await bench.run(withCall, { items: [lead(1)], staticData });
		const again = { ...withCall, additionalFields: { callAgain: true } };
		const sameCase = lead(2, { case_external_source_id: 'lead-1', case_number: 'WEB-1' });
		await bench.run(again, { items: [lead(1), sameCase], staticData });
		expect(bench.state.calls).toHaveLength(2);
	});

	it('creates records again that were deleted at Kayse meanwhile', async () => {
		const staticData = {};
		const { items } = await bench.run(intake, { items: [lead(1)], staticData });
		await bench.run({
			resource: 'client',
			operation: 'delete',
			clientIdToDelete: Number(Object(items[0]?.json.client).id),
		});
		const second = await bench.run(intake, { items: [lead(1)], staticData });
		expect(second.items[0]?.json).toMatchObject({
			client: { outcome: 'created' },
			case: { outcome: 'unchanged' },
			link: { outcome: 'created' },
		});
		expect(clients()).toMatchObject([{ case_ids: cases().map(({ id }) => id) }]);
	});

	it('does not create records that an earlier run may have created', async () => {
		const staticData = {};
		bench.control.fail({ method: 'POST', path: '/clients', kind: 'resetAfterHandler' });
		const first = await bench.run(intake, { items: [lead(1)], staticData, settings: toItsItem });
		expect(first.items[0]?.json.details).toMatchObject({ outcome: 'unknown' });
		const second = await bench.run(intake, { items: [lead(1)], staticData, settings: toItsItem });
		expect(second.items[0]?.json.error).toMatch(/^It is unknown whether Kayse created this client, since 20/);
		expect(clients()).toHaveLength(1);
		const id = bench.state.clients.at(-1)?.id ?? 0;
		const third = await bench.run({ ...intake, additionalFields: { clientId: id } }, { items: [lead(1)], staticData });
		expect(third.items[0]?.json).toMatchObject({ client: { id, outcome: 'unchanged' }, case: { outcome: 'created' } });
		const fourth = await bench.run(intake, { items: [lead(1)], staticData });
		expect(fourth.items[0]?.json).toMatchObject({ client: { id, outcome: 'unchanged' } });
	});

	it.each([
		['/clients', {}],
		['/cases', undefined],
		['/case_lists', { data: { name: 'without an ID' } }],
	])('does not create twice when Kayse answers POST %s without an ID', async (path, body) => {
		const staticData = {};
		bench.control.fail({ method: 'POST', path, kind: 'status', status: 200, body, afterHandler: true });
		const first = await bench.run(withList, {
			items: [lead(1)],
			staticData,
			settings: { ...toItsItem, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(first.items[0]?.json.details).toMatchObject({ outcome: 'unknown' });
		const second = await bench.run(withList, { items: [lead(1)], staticData, settings: toItsItem });
		expect(second.items[0]?.json.details).toMatchObject({ outcome: 'unknown' });
		expect(bench.requests(path).filter(({ method }) => method === 'POST')).toHaveLength(1);
	});

	it('reads an ID that is wrapped', async () => {
		bench.control.fail({ method: 'POST', path: '/clients', kind: 'status', status: 200, body: { data: { id: 402 } } });
		const { items } = await bench.run(intake, { items: [lead(1)] });
		expect(items[0]?.json.client).toEqual({ id: 402, outcome: 'created' });
	});

	it('creates both again when both were deleted', async () => {
		const staticData = {};
		const { items } = await bench.run(intake, { items: [lead(1)], staticData });
		await bench.run({
			resource: 'case',
			operation: 'delete',
			caseIdToDelete: Number(Object(items[0]?.json.case).id),
			withClients: true,
		});
		const second = await bench.run(intake, { items: [lead(1)], staticData });
		expect(second.items[0]?.json).toMatchObject({
			client: { outcome: 'created' },
			case: { outcome: 'created' },
			link: { outcome: 'created' },
		});
		expect([clients().length, cases().length]).toEqual([1, 1]);
	});

	it('finishes leads before it starts others', async () => {
		bench.control.configureKayse({ requestsPerWindow: 20 });
		await bench.run(intake, { items: leads(16), settings: toItsItem });
		expect(cases().length).toBeGreaterThanOrEqual(7);
	});

	it('creates new leads before it updates known ones', async () => {
		const staticData = {};
		const known = [lead(1), lead(2), lead(3)];
		await bench.run(intake, { items: known, staticData });
		const used = bench.requests().length;
		bench.control.configureKayse({ requestsPerWindow: used + 10 });
		const fresh = [4, 5, 6, 7, 8].map((index) => lead(index));
		await bench.run(intake, { items: [...known, ...fresh], staticData, settings: toItsItem });
		expect([clients().length, cases().length]).toEqual([8, 8]);
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

describe('a lead that fails at a later step', () => {
	const badCase = lead(1, { case_external_source: 'no such source' });

	it('names the existing records, and goes on from there', async () => {
		const staticData = {};
		const { items } = await bench.run(intake, { items: [lead(0), badCase], staticData, settings: toItsItem });
		const clientId = bench.state.clients.at(-1)?.id;
		expect(items[0]?.json.case).toMatchObject({ outcome: 'created' });
		expect(items[1]?.json.error).toMatch(/^The case was not done: Kayse did not accept/);
		expect(Object(items[1]?.json.details).description).toContain(`Done before that: client created (ID ${clientId})`);
		const second = await bench.run(intake, { items: [lead(1)], staticData });
		expect(second.items[0]?.json).toMatchObject({
			client: { id: clientId, outcome: 'unchanged' },
			case: { outcome: 'created' },
		});
		expect(clients()).toHaveLength(2);
	});

	it('goes on with n8n’s Retry On Fail', async () => {
		bench.control.fail({ method: 'POST', path: '/cases', kind: 'status', status: 404 });
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const { error } = await bench.run(withCall, { items: [lead(1)], settings });
		expect(error).toBeUndefined();
		expect([clients().length, cases().length, bench.state.calls.length]).toEqual([1, 1, 1]);
	});

	it('ends the run there, and names the finished steps (On Error = Stop)', async () => {
		const { error } = await bench.run(intake, { items: [lead(0), badCase, lead(2)] });
		expect(error?.message).toContain('The case was not done');
		expect(error?.message).toContain('[item 1 of ');
		expect(error?.description).toContain('Done: item 0. Started, not finished: item 1. Not sent: item 2.');
		expect(clients()).toHaveLength(2);
	});

	it('names the leads that got their records but no call (On Error = Stop)', async () => {
		const parameters = { ...withList, scheduleCall: true, campaignId: byId('71') };
		const { error } = await bench.run(parameters, { items: [lead(0), badCase] });
		expect(error?.message).toMatch(
			/^The case list was not done: another item ended the run: The case was not done: Kayse did not accept/,
		);
		expect(error?.description).toContain('Done before that: client created');
		expect(error?.description).toContain('case created');
		expect(bench.state.calls).toEqual([]);
	});

	it.each<[string, INodeParameters, IDataObject, string]>([
		['a missing name', intake, lead(1, { last_name: '' }), '"Last Name" of the client is missing'],
		['a missing case number', intake, lead(1, { case_number: null }), '"Case Number" of the case is missing'],
		[
			'a list without a filter',
			{ ...withList, listFilter: '{}' },
			lead(1),
			'"List Filter" is empty, which may mean all cases of the firm',
		],
		['a list without a name', { ...withList, listName: ' ' }, lead(1), '"List Name" is empty'],
		['no campaign', { ...withCall, campaignId: byId('0') }, lead(1), '"Campaign" must be an ID (got "0")'],
	])('costs no request for %s', async (_, parameters, item, message) => {
		const { error } = await bench.run(parameters, { items: [item] });
		expect(error?.message).toBe(message);
		expect(bench.requests()).toEqual([]);
	});
});

describe('the memory of leads', () => {
	it('belongs to one account: the IDs of another stand for other people', async () => {
		const staticData = {};
		await bench.run(intake, { items: [lead(1)], staticData });
		otherAccount.nextAccount();
		otherAccount.control.addKayseRecords({ clients: 5, cases: 5 });
		const { items } = await otherAccount.run(intake, { items: [lead(1)], staticData });
		expect(items[0]?.json).toMatchObject({ client: { outcome: 'created' }, case: { outcome: 'created' } });
	});

	it('does not change a person from another source', async () => {
		const staticData = {};
		await bench.run(intake, { items: [lead(1)], staticData });
		const id = clients()[0]?.id ?? 0;
		await bench.run({
			resource: 'client',
			operation: 'update',
			clientId: id,
			fields: mapped({ external_source_id: 'somebody else' }),
		});
		const { items } = await bench.run(intake, {
			items: [lead(1, { city: 'Trenton' })],
			staticData,
			settings: toItsItem,
		});
		expect(items[0]?.json.error).toBe(
			`The client with ID ${id} has another source than this item, so it was not changed`,
		);
		expect(bench.state.clients.find((row) => row.id === id)?.city).toBeNull();
	});

	it('is bounded', async () => {
		const entries = Object.fromEntries(
			Array.from({ length: 2_000 }, (_, index) => [`old ${index}`, { id: index + 1 }]),
		);
		const staticData: IDataObject = { 'node:Node': { executions: 9, clients: entries } };
		await bench.run(intake, { items: [lead(1), lead(2)], staticData });
		const kept = Object.keys(Object(Object(staticData['node:Node']).clients));
		expect(kept).toHaveLength(2_000);
		expect(kept[0]).toBe('old 2');
		expect(kept.at(-1)).toContain('["website","lead-2"]');
	});
});
