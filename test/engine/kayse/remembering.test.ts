import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import {
	createRunExecutionData,
	type ICheckProcessedContextData,
	type IDataObject,
	type INodeParameters,
} from 'n8n-workflow';

import { markStaticData } from '../../../nodes/shared/memory/staticData';
import { byId, type RunOptions } from '../bench';
import { NODE } from '../engine';
import { automatic, mapped, useKayseBench } from '../kayse';
import { processedData } from '../processedData';
import { until } from '../../support/eventually';

const bench = useKayseBench();

const intake: INodeParameters = {
	resource: 'lead',
	operation: 'intake',
	clientFields: automatic(),
	caseFields: automatic(),
};
const fromTable: INodeParameters = { ...intake, remember: 'table' };
const withCall = (parameters: INodeParameters) => ({ ...parameters, scheduleCall: true, campaignId: byId('71') });
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
const outcomes = (items: Array<{ json: IDataObject }>, step = 'client') =>
	items.map(({ json }) => Object(json[step]).outcome);
const kinds = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => Object(json.details).outcome);

/** A published workflow, started by a trigger in the main process: n8n has loaded its static data. */
const published = { mode: 'trigger', isPublished: true, settings: toItsItem } as const;

/** As n8n stores static data. */
const saved = (staticData: IDataObject): IDataObject => JSON.parse(JSON.stringify(staticData)) as IDataObject;

const anything = (staticData: IDataObject): unknown[] =>
	Object.values(staticData).flatMap((part) => Object.entries(Object(part)));

const task = (executionIndex: number) => ({ executionIndex, startTime: 0, executionTime: 0, source: [] });

/** As n8n 2.40.7 writes it. */
const recovered = createRunExecutionData({
	resultData: {
		runData: {
			Start: [
				{
					...task(0),
					executionStatus: 'success',
					data: { main: [[{ json: { isArtificialRecoveredEventItem: true } }]] },
				},
				task(0),
			],
			Before: [
				{
					...task(0),
					executionStatus: 'success',
					data: { main: [[{ json: { isArtificialRecoveredEventItem: true } }]] },
				},
				task(1),
			],
			Node: [{ ...task(0), executionStatus: 'crashed' }],
		},
	},
});

describe('a workflow that remembers its leads', () => {
	it.each<[string, RunOptions]>([
		['', {}],
		[
			'; n8n’s Retry of one that was killed, of which its crash recovery found what nodes had started',
			{ mode: 'retry', stored: recovered },
		],
		[
			', where it saves its progress',
			{ stored: createRunExecutionData({ resultData: { runData: { Start: [task(0)], Next: [task(1)] } } }) },
		],
	])('does so from its first production run on%s', async (_, circumstances) => {
		const staticData = {};
		const first = await bench.run(intake, { items: leads(3), staticData, ...published, ...circumstances });
		const second = await bench.run(intake, { items: leads(3), staticData: saved(staticData), ...published });
		expect([outcomes(first.items), outcomes(second.items)]).toEqual([
			['created', 'created', 'created'],
			['unchanged', 'unchanged', 'unchanged'],
		]);
	});

	it('knows all clients of a case that it has linked, not only the last one', async () => {
		const shared = mapped({
			case_number: 'WEB-1',
			external_source: 'website',
			external_source_id: 'lead-77',
			status: 'new',
			type: 'civil',
		});
		const staticData = {};
		const links: unknown[] = [];
		for (const index of [0, 1, 0, 1]) {
			const options = { items: [lead(index)], staticData, ...published };
			const { items } = await bench.run({ ...intake, caseFields: shared }, options);
			links.push(...outcomes(items, 'link'));
		}
		expect(links).toEqual(['created', 'created', 'leftAlone', 'leftAlone']);
		expect([clients(), cases()].map((records) => records.length)).toEqual([2, 1]);
	});

	const notLoaded: Array<[string, RunOptions]> = [
		['on a worker of queue mode, or in Retry with original workflow', { isPublished: false }],
		['resumed by n8n’s timer', { stored: { ...createRunExecutionData(), waitTill: new Date() } }],
		[
			'resumed by n8n’s timer, with progress saved',
			{ stored: createRunExecutionData({ resultData: { runData: { Start: [task(0)], Wait: [task(0)] } } }) },
		],
		['through n8n’s routing, where it cannot be known', { entryPoint: 'routing' }],
	];

	describe.each(notLoaded)('%s, where n8n loads no static data', (_, circumstances) => {
		it('sends nothing, stores nothing and says why', async () => {
			const staticData = {};
			const { items } = await bench.run(intake, { items: leads(2), staticData, ...published, ...circumstances });
			expect(items[0]?.json).toMatchObject({
				error: 'Nothing was sent: n8n did not load the memory of this workflow',
				details: { outcome: 'refused', description: expect.stringContaining('Set Remember Leads to "In a Table"') },
			});
			expect(bench.requests()).toEqual([]);
			expect(anything(staticData)).toEqual([]);
		});
	});

	it('sends nothing when it has remembered before and n8n loads nothing', async () => {
		const staticData = {};
		await bench.run(intake, { items: leads(1), staticData, ...published });
		await bench.run(intake, { items: leads(1), staticData: saved(staticData), ...published });
		const { items } = await bench.run(intake, { items: [lead(7)], staticData: {}, ...published });
		expect(items[0]?.json.error).toBe('Nothing was sent: n8n did not load the memory of this workflow');
		expect(clients()).toHaveLength(1);
	});

	it('n8n’s Retry with original workflow: finished steps stay done, the rest is refused', async () => {
		const staticData = {};
		bench.control.fail({ method: 'POST', path: '/cases', kind: 'status', status: 400, times: 1 });
		const options = { items: leads(2), ...published, settings: {} };
		const first = await bench.run(intake, { ...options, staticData });
		expect(first.error?.message).toContain('The case was not done');
		const made = clients().length;
		const retried = await bench.retry(intake, first, { ...options, staticData: {}, isPublished: false });
		expect(retried.error?.message).toContain('n8n did not load');
		expect(clients()).toHaveLength(made);
	});

	it('Stop: the next execution does not create the records again that n8n dropped, and names them', async () => {
		const runs = bench.run(withCall(intake), {
			items: leads(30),
			staticData: {},
			...published,
			onStart: (stop) => void until(() => bench.state.calls.length >= 4).then(stop),
		});
		await runs;
		const before = clients().length;
		expect(before).toBeLessThan(30);
		const { items } = await bench.run(withCall(intake), { items: leads(30), staticData: {}, ...published });
		const held = items.filter(({ json }) => json.error !== undefined);
		expect(held.map(({ json }) => json.error)).toEqual(
			held.map(
				() =>
					'Whether Kayse has this client is unknown: an earlier execution tried to create it, and its memory is gone',
			),
		);
		expect(new Set(kinds(held))).toEqual(new Set(['unknown']));
		expect(held.length).toBeGreaterThanOrEqual(before);
		expect(new Set(clients().map(({ external_source_id }) => external_source_id)).size).toBe(clients().length);
	});

	it('n8n’s Retry continues, and remembers the records from before, although n8n dropped them', async () => {
		bench.control.fail({ method: 'POST', path: '/cases', kind: 'status', status: 400, skip: 5 });
		const ended = await bench.run(withCall(intake), { items: leads(10), staticData: {}, ...published, settings: {} });
		expect(ended.error?.message).toContain('The case was not done');
		const staticData = {};
		const retried = await bench.retry(withCall(intake), ended, {
			items: leads(10),
			...published,
			settings: {},
			staticData,
		});
		expect(retried.error).toBeUndefined();
		const next = await bench.run(withCall(intake), { items: leads(10), staticData: saved(staticData), ...published });
		expect(outcomes(next.items)).toEqual(leads(10).map(() => 'unchanged'));
		expect([clients().length, cases().length, bench.state.calls.length]).toEqual([10, 10, 10]);
	});

	it('creates records again that the user has not found in Kayse', async () => {
		await bench.run(intake, { items: leads(1), staticData: {}, ...published });
		const { items } = await bench.run(
			{ ...intake, additionalFields: { createAgain: true } },
			{ items: [lead(0, { case_number: 'WEB-0b' })], staticData: {}, ...published },
		);
		expect(items.map(({ json }) => json.error)).toEqual([undefined]);
		expect(clients()).toHaveLength(2);
	});

	it('starts again with a lead that Kayse has refused', async () => {
		const refused = [lead(1, { email: 'no address', case_external_source: 'no such source' })];
		await bench.run(intake, { items: refused, staticData: {}, ...published });
		const { items } = await bench.run(intake, {
			items: [lead(2, { case_external_source_id: 'lead-1' })],
			staticData: {},
			...published,
		});
		expect(outcomes(items, 'case')).toEqual(['created']);
	});

	it('sends nothing when n8n’s database cannot be written', async () => {
		processedData.failure = new Error('database is locked');
		const { items } = await bench.run(fromTable, { items: leads(1), settings: toItsItem });
		expect(items[0]?.json).toMatchObject({
			error: 'Nothing was sent, because n8n could not save a note about it',
			details: { outcome: 'unavailable' },
		});
		expect(bench.requests()).toEqual([]);
	});
});

describe('the people of one account are remembered', () => {
	/** The name of the account in static data. */
	const accountIn = (staticData: IDataObject) =>
		/"([\w-]{43}) \[/.exec(JSON.stringify(staticData).replaceAll('\\"', '"'))?.[1] ?? 'none';

	/** The static data, had another name stood for the account. */
	const under = (name: string, staticData: IDataObject): IDataObject =>
		JSON.parse(JSON.stringify(staticData).replaceAll(accountIn(staticData), name)) as IDataObject;

	/** As earlier versions of the node named it. */
	const byCredential = () => `${bench.credential().type.name}:${bench.credential().id}`;

	const withoutAccounts = (staticData: IDataObject): IDataObject => {
		const { accounts: _none, ...kept } = Object(staticData[`node:${NODE}`]) as IDataObject;
		return { [`node:${NODE}`]: kept };
	};

	it.each<[string, (staticData: IDataObject) => IDataObject]>([
		[
			'whose credential was made anew with the same key',
			(staticData) => {
				bench.nextAccount();
				return staticData;
			},
		],
		['whose credential has got a new key', (staticData) => under('the account by the key before', staticData)],
		[
			'whose workflow was last run by an earlier version of the node',
			(staticData) => withoutAccounts(under(byCredential(), staticData)),
		],
	])('%s (new executions)', async (_, since) => {
		const staticData = {};
		await bench.run(withCall(intake), { items: leads(2), staticData, ...published });
		let kept = since(saved(staticData));
		for (let times = 0; times < 2; times++) {
			const { items } = await bench.run(withCall(intake), { items: leads(2), staticData: kept, ...published });
			expect([outcomes(items), outcomes(items, 'call')]).toEqual([
				['unchanged', 'unchanged'],
				['alreadyScheduled', 'alreadyScheduled'],
			]);
			kept = saved(kept);
		}
		expect([clients().length, bench.state.calls.length]).toEqual([2, 2]);
	});

	const fromKilled = { mode: 'webhook', isPublished: false, settings: toItsItem } as const;

	it('whose credential was created again, if the table was not written (killed, a new execution)', async () => {
		await bench.run(withCall(fromTable), { items: leads(2), ...fromKilled });
		bench.nextAccount();
		const { items } = await bench.run(withCall(fromTable), { items: leads(2), ...fromKilled });
		expect(kinds(items)).toEqual(['unknown', 'unknown']);
		expect([clients().length, bench.state.calls.length]).toEqual([2, 2]);
	});

	it('whom an earlier version of the node had begun to create (killed, a new execution)', async () => {
		const { workflowId: id } = bench.nodeRun(fromTable, {});
		const begun = `intake clients ${byCredential()} ["website","lead-0"]`;
		const ofNode = { workflow: { id }, node: { id: '2' } } as ICheckProcessedContextData;
		await processedData.checkProcessedAndRecord([begun], 'node', ofNode, { mode: 'entries' });
		const { items } = await bench.run(fromTable, { items: leads(2), ...fromKilled });
		expect([...kinds(items), outcomes(items)[1]]).toEqual(['unknown', undefined, 'created']);
		expect(clients()).toHaveLength(1);
	});
});

describe('beside a trigger of this package', () => {
	it('a workflow does not remember, even if n8n has loaded the secret: it may be a newer one by the end', async () => {
		const staticData: IDataObject = { [`node:${NODE}`]: { clients: { known: { id: 1 } } }, global: {} };
		markStaticData({ getWorkflowStaticData: () => staticData.global as IDataObject });
		const before = saved(staticData);
		const { items } = await bench.run(intake, { items: leads(1), staticData, ...published });
		expect(items[0]?.json.error).toMatch(/^Nothing was sent: this workflow has a trigger of this package/);
		expect(staticData).toEqual(before);
		expect(bench.requests()).toEqual([]);
	});
});

describe('a table that remembers the leads', () => {
	/** On a worker of queue mode, where n8n keeps nothing else. */
	const onWorker = { mode: 'webhook', isPublished: false, settings: toItsItem } as const;
	type Rows = Array<{ json: IDataObject }>;

	/** Writes back what the node put out, as the Data Table node of the example does. */
	const written = (table: IDataObject[], items: Rows): IDataObject[] =>
		table.map((row, index) => {
			const { json = {} } = items[index] ?? {};
			const { client_id, case_id, called_campaigns } = json.error === undefined ? json : Object(json.details);
			return { ...row, client_id, case_id, called_campaigns };
		});

	it('updates the records whose IDs are in the row, creates the rest, and stores nothing in the workflow', async () => {
		const staticData = {};
		const table = leads(3).map((row) => ({ ...row, client_id: null, case_id: null, called_campaigns: null }));
		const first = await bench.run(withCall(fromTable), { items: table, staticData, ...onWorker });
		const rows = written(table, first.items);
		expect(rows.map(({ client_id, case_id }) => [client_id, case_id])).toEqual(
			clients()
				.map(({ id }, index) => [id, cases()[index]?.id])
				.sort(),
		);
		const second = await bench.run(withCall(fromTable), { items: [...rows, lead(3)], staticData, ...onWorker });
		expect(outcomes(second.items)).toEqual(['unchanged', 'unchanged', 'unchanged', 'created']);
		expect(outcomes(second.items, 'link')).toEqual(['leftAlone', 'leftAlone', 'leftAlone', 'created']);
		expect(outcomes(second.items, 'call')).toEqual([
			'alreadyScheduled',
			'alreadyScheduled',
			'alreadyScheduled',
			'scheduled',
		]);
		expect([clients().length, cases().length, bench.state.calls.length]).toEqual([4, 4, 4]);
		expect(anything(staticData)).toEqual([]);
	});

	it('knows which campaigns have called', async () => {
		const [row = {}] = written(
			leads(1),
			(await bench.run(withCall(fromTable), { items: leads(1), ...onWorker })).items,
		);
		expect(row.called_campaigns).toBe('71');
		const other = { ...withCall(fromTable), campaignId: byId('72') };
		const { items } = await bench.run(other, { items: [row], ...onWorker });
		expect(items[0]?.json).toMatchObject({ called_campaigns: '71, 72', call: { outcome: 'scheduled' } });
	});

	it('gets the records of a lead that stopped half-way, which continues from there', async () => {
		const bad = [lead(1, { case_external_source: 'no such source' })];
		const first = await bench.run(fromTable, { items: bad, ...onWorker });
		const [row = {}] = written(leads(1), first.items);
		expect(row.client_id).toBe(clients()[0]?.id);
		const second = await bench.run(fromTable, { items: [{ ...lead(1), client_id: row.client_id }], ...onWorker });
		expect(second.items[0]?.json).toMatchObject({
			client_id: row.client_id,
			client: { outcome: 'unchanged' },
			case: { outcome: 'created' },
		});
	});

	it('keeps the remembered columns of an unfit row', async () => {
		const { items } = await bench.run(fromTable, {
			items: [lead(1, { last_name: '', client_id: 402, case_id: 9001 })],
			...onWorker,
		});
		expect(items[0]?.json).toMatchObject({ details: { outcome: 'input', client_id: 402, case_id: 9001 } });
	});

	it('creates records again that were deleted at Kayse meanwhile', async () => {
		const [row = {}] = written(leads(1), (await bench.run(fromTable, { items: leads(1), ...onWorker })).items);
		await bench.run({ resource: 'case', operation: 'delete', caseIdToDelete: Number(row.case_id), withClients: true });
		const { items } = await bench.run(fromTable, { items: [row], ...onWorker });
		expect([...outcomes(items), ...outcomes(items, 'case')]).toEqual(['created', 'created']);
	});

	it('reads the columns of a file with a byte order mark or blanks in its header', async () => {
		const { items } = await bench.run(fromTable, {
			items: [lead(1, { last_name: '', '\ufeffclient_id': 402, 'case_id ': 9001 })],
			...onWorker,
		});
		expect(items[0]?.json).toMatchObject({ details: { client_id: 402, case_id: 9001 } });
	});

	it.each(['C-17', '0', 1.5])('does not accept a foreign ID (%s)', async (client_id) => {
		const { items } = await bench.run(fromTable, { items: [lead(1, { client_id })], ...onWorker });
		expect(items[0]?.json.error).toMatch(/^"client_id" must be an ID \(got ".*"\)$/);
		expect(bench.requests()).toEqual([]);
	});

	it('does not change a person from another source', async () => {
		await bench.run(fromTable, { items: leads(2), ...onWorker });
		const [one, other] = clients();
		const { items } = await bench.run(fromTable, { items: [lead(0, { client_id: other?.id })], ...onWorker });
		expect(items[0]?.json.error).toMatch(/has another source than this item, so it was not changed$/);
		expect(one).toMatchObject({ first_name: 'First0' });
	});

	it('On Error = Stop is refused: items before the one that fails would not reach the table', async () => {
		const { error } = await bench.run(fromTable, { items: leads(2), ...onWorker, settings: {} });
		expect(error?.message).toContain('On Error must not be Stop Workflow');
		expect(bench.requests()).toEqual([]);
	});

	it('Stop in the middle: the next execution creates nothing twice, and names the leads that it holds back', async () => {
		await bench.run(fromTable, {
			items: leads(30),
			...onWorker,
			onStart: (stop) => void until(() => cases().length >= 6).then(stop),
		});
		const { items } = await bench.run(fromTable, { items: leads(30), ...onWorker });
		const held = items.filter(({ json }) => json.error !== undefined).length;
		expect(held).toBeGreaterThan(0);
		expect(outcomes(items).filter((outcome) => outcome === 'created')).toHaveLength(30 - held);
		expect(new Set(clients().map(({ external_source_id }) => external_source_id)).size).toBe(clients().length);
		expect(new Set(cases().map(({ external_source_id }) => external_source_id)).size).toBe(cases().length);
	});

	it('Retry On Fail continues with the records of its own tries', async () => {
		bench.control.fail({ method: 'POST', path: '/cases', kind: 'status', status: 404 });
		const settings = { ...toItsItem, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const { items } = await bench.run(fromTable, { items: leads(1), ...onWorker, settings });
		expect([...outcomes(items), ...outcomes(items, 'case')]).toEqual(['unchanged', 'created']);
		expect(clients()).toHaveLength(1);
	});

	it('works through n8n’s routing as well', async () => {
		const { items } = await bench.run(fromTable, {
			items: [lead(0, { client_id: null })],
			...onWorker,
			entryPoint: 'routing',
		});
		expect(items[0]?.json).toMatchObject({ client_id: clients()[0]?.id, case_id: cases()[0]?.id });
	});
});

describe('n8n was killed after the node had ended, and lost results and static data; the Retry', () => {
	const byHook = { mode: 'webhook', isPublished: false, settings: toItsItem } as const;

	it('calls each person once with Call Again', async () => {
		const staticData = {};
		await bench.run(withCall(intake), { items: leads(2), staticData, ...published });
		const before = bench.state.calls.length;
		const again = { ...withCall(intake), additionalFields: { callAgain: true } };
		const resumeToken = randomUUID();
		await bench.run(again, { items: leads(2), staticData: saved(staticData), ...published, resumeToken });
		const second = await bench.run(again, {
			items: leads(2),
			staticData: saved(staticData),
			...published,
			resumeToken,
		});
		expect(bench.state.calls.length - before).toBe(2);
		expect(kinds(second.items)).toEqual(['doneBefore', 'doneBefore']);
	});

	it('calls a lead of a table once with Call Again', async () => {
		const {
			items: [{ json: row = {} } = {}],
		} = await bench.run(withCall(fromTable), { items: leads(1), ...byHook });
		const item = { ...lead(0), client_id: row.client_id, case_id: row.case_id, called_campaigns: row.called_campaigns };
		const before = bench.state.calls.length;
		const again = { ...withCall(fromTable), additionalFields: { callAgain: true } };
		const resumeToken = randomUUID();
		await bench.run(again, { items: [item], ...byHook, resumeToken });
		const second = await bench.run(again, { items: [item], ...byHook, resumeToken });
		expect(bench.state.calls.length - before).toBe(1);
		expect(kinds(second.items)).toEqual(['doneBefore']);
	});

	it('creates a lead of a table once with Create Again', async () => {
		await bench.run(fromTable, { items: leads(1), ...byHook });
		await bench.run({
			resource: 'case',
			operation: 'delete',
			caseIdToDelete: Number(cases()[0]?.id),
			withClients: true,
		});
		const again = { ...fromTable, additionalFields: { createAgain: true } };
		const resumeToken = randomUUID();
		await bench.run(again, { items: leads(1), ...byHook, resumeToken });
		expect(clients()).toHaveLength(1);
		const second = await bench.run(again, { items: leads(1), ...byHook, resumeToken });
		expect([clients().length, cases().length]).toEqual([1, 1]);
		expect(kinds(second.items)).toEqual(['doneBefore']);
	});

	it('creates a record once that was deleted at Kayse since', async () => {
		const staticData = {};
		await bench.run(intake, { items: leads(1), staticData, ...published });
		await bench.run({
			resource: 'case',
			operation: 'delete',
			caseIdToDelete: Number(cases()[0]?.id),
			withClients: true,
		});
		expect([clients().length, cases().length]).toEqual([0, 0]);
		const resumeToken = randomUUID();
		await bench.run(intake, { items: leads(1), staticData: saved(staticData), ...published, resumeToken });
		expect(clients()).toHaveLength(1);
		const second = await bench.run(intake, {
			items: leads(1),
			staticData: saved(staticData),
			...published,
			resumeToken,
		});
		expect([clients().length, cases().length]).toEqual([1, 1]);
		expect(kinds(second.items)).toEqual(['unknown']);
	});

	it('creates a record once that was deleted at Kayse since, although the table was not written (new executions)', async () => {
		const row = lead(0, { client_id: 999_999, case_id: 999_999 });
		const first = await bench.run(fromTable, { items: [row], ...byHook });
		const second = await bench.run(fromTable, { items: [row], ...byHook });
		expect([outcomes(first.items), kinds(second.items)]).toEqual([['created'], ['unknown']]);
		expect([clients().length, cases().length]).toEqual([1, 1]);
		const deleted = async () =>
			await bench.run({
				resource: 'case',
				operation: 'delete',
				caseIdToDelete: Number(cases()[0]?.id),
				withClients: true,
			});
		await deleted();
		const again = await bench.run(
			{ ...fromTable, additionalFields: { createAgain: true } },
			{ items: [row], ...byHook },
		);
		expect(outcomes(again.items)).toEqual(['created']);
		const known = lead(0, { client_id: clients().at(-1)?.id, case_id: cases().at(-1)?.id });
		await deleted();
		const { items } = await bench.run(fromTable, { items: [known], ...byHook });
		expect(outcomes(items)).toEqual(['created']);
	});

	it('creates records again that were deleted at Kayse, if the creation was refused before (new executions)', async () => {
		const row = lead(0, { client_id: 999_999 });
		bench.control.fail({ method: 'POST', path: '/clients', kind: 'status', status: 402 });
		const first = await bench.run(fromTable, { items: [row], ...byHook });
		const second = await bench.run(fromTable, { items: [row], ...byHook });
		expect([kinds(first.items), outcomes(second.items)]).toEqual([['refused'], ['created']]);
	});

	it('sends a client in doubt once more with Create Again, also if more Retries follow', async () => {
		const resumeToken = randomUUID();
		bench.control.fail({ method: 'POST', path: '/clients', kind: 'resetBeforeHandler' });
		await bench.run(fromTable, { items: leads(1), ...byHook, resumeToken });
		const again = { ...fromTable, additionalFields: { createAgain: true } };
		await bench.run(again, { items: leads(1), ...byHook, resumeToken });
		await bench.run(again, { items: leads(1), ...byHook, resumeToken });
		expect(clients().length).toBeLessThanOrEqual(1);
	});
});
