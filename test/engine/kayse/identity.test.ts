import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { errorOf } from '../agents/reads';
import { valueAt } from '../../../nodes/shared/values/json';
import { byId } from '../bench';
import { hintsOf } from '../engine';
import { automatic, mapped, useKayseBench } from '../kayse';
import { everyOne } from '../../support/everyOne';

const bench = useKayseBench();

const toItsItem = { onError: 'continueRegularOutput' } as const;

const upsert = { resource: 'client', operation: 'upsert', fields: automatic() };
const upsertCase = { resource: 'case', operation: 'upsert', fields: automatic() };
const update = { resource: 'client', operation: 'update', clientId: '={{ $json.client }}', fields: automatic() };
const intake: INodeParameters = {
	resource: 'lead',
	operation: 'intake',
	clientFields: automatic(),
	caseFields: automatic(),
	scheduleCall: true,
	campaignId: byId('71'),
};

const sourced = (id: string | number) => ({ external_source: 'import', external_source_id: id });
const person = (name: string, id: string | number, more: IDataObject = {}): IDataObject => {
	const [first_name = '', last_name = ''] = name.split(' ');
	return { ...sourced(id), first_name, last_name, ...more };
};
const aCase = (number: string, id: string | number) => ({
	...sourced(id),
	case_number: number,
	status: 'open',
	type: 'civil',
});
const lead = (name: string, id: string | number, more: IDataObject = {}): IDataObject => ({
	...person(name, id),
	...aCase(`C-${name}`, id),
	external_source: 'other',
	case_external_source_id: `case of ${name}`,
	...more,
});

const errors = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.error);
const clientRow = (id: number) => bench.state.clients.find((row) => row.id === id);
const caseRow = (id: number) => bench.state.cases.find((row) => row.id === id);
const writes = () => bench.requests().filter(({ method }) => method !== 'GET');

/** Of the seed. */
const ADA = 401;
const BRUNO = 402;

describe('an ID of no person', () => {
	it('in three rows overwrites no person (Create or Update)', async () => {
		const people = ['Ann Example', 'Bob Example', 'Cal Example'].map((name) =>
			person(name, 'N/A', { mobile: '+15125550100' }),
		);
		const { items } = await bench.run(upsert, { items: people, settings: toItsItem });
		expect(errors(items)).toEqual(people.map(() => '"External Source ID" is "N/A", a placeholder for a missing ID'));
		expect(bench.requests()).toEqual([]);
	});

	it('is refused for leads: none is taken for another or called (Take In)', async () => {
		const items = [
			lead('Ann Example', 'N/A'),
			lead('Bob Sample', 'c-1', { case_external_source_id: 'unknown' }),
			lead('Cal Sample', 'c-2'),
		];
		const { items: output } = await bench.run(intake, { items, settings: toItsItem });
		expect(errors(output)).toEqual([
			'"External Source ID" is "N/A", a placeholder for a missing ID',
			'"case_external_source_id" is "unknown", a placeholder for a missing ID',
			undefined,
		]);
		expect(bench.state.calls).toHaveLength(1);
	});

	it.each(['-', 'unknown', 'null', '0000', 'test', 0])(
		'is refused in every operation that needs an ID: %j',
		async (id) => {
			const runs: Array<[INodeParameters, IDataObject]> = [
				[upsert, person('Ann Example', id)],
				[upsert, { ...person('Ann Example', id), id: ADA }],
				[{ ...upsert, fields: mapped({ ...sourced(id), first_name: 'A', last_name: 'B' }) }, {}],
				[
					{ ...upsert, clientUpsertMode: 'replace' },
					{ ...person('Ann Example', id), id: ADA },
				],
				[{ ...upsert, operation: 'create' }, person('Ann Example', id)],
				[update, { ...person('Ann Example', id), client: ADA }],
				[upsertCase, aCase('C-1', id)],
				[{ ...upsertCase, operation: 'create' }, aCase('C-1', id)],
			];
			for (const [parameters, item] of everyOne(runs)) {
				const { items } = await bench.run(parameters, { items: [item], settings: toItsItem });
				expect(items[0]?.json.error).toBe(`"External Source ID" is "${id}", a placeholder for a missing ID`);
			}
			expect(bench.requests()).toEqual([]);
		},
	);

	it('of a case does not replace that of the client, nor the other way round (Take In)', async () => {
		const missing = (what: string) => `"External Source ID" of the ${what} is missing`;
		const stands = (column: string, cell: string) => `"${column}" is "${cell}", a placeholder for a missing ID`;
		const rows: Array<[IDataObject, string]> = [
			...['N/A', '-', 'null'].map((cell): [IDataObject, string] => [
				{ case_external_source_id: cell },
				stands('case_external_source_id', cell),
			]),
			[
				{ case_external_source_id: undefined, 'Client External Source ID': 'N/A' },
				stands('Client External Source ID', 'N/A'),
			],
			[{ case_external_source_id: '' }, missing('case')],
			[{ client_external_source_id: ' ' }, missing('client')],
			[{ case_external_source_id: null }, missing('case')],
			[{ case_status: 'N/A' }, '"Status" of the case is missing'],
		];
		const items = rows.map(([more], index) =>
			lead('Ann Example', `c-${index}`, { case_external_source_id: `k-${index}`, ...more }),
		);
		const { items: output } = await bench.run(intake, { items, settings: toItsItem });
		expect(errors(output)).toEqual(rows.map(([, message]) => message));
		expect(bench.requests()).toEqual([]);
	});

	it('lets a case without columns of its own have that of the client, and leaves an optional field empty (Take In)', async () => {
		const { case_external_source_id: _none, ...shared } = lead('Ann Example', 'c-1');
		const items = [shared, lead('Bob Sample', 'c-2', { description: 'Of the client', case_description: 'N/A' })];
		await bench.run(intake, { items, settings: toItsItem });
		const [first, second] = bench.state.cases.slice(-2);
		expect(first).toMatchObject({ external_source_id: 'c-1' });
		expect(second?.description ?? null).toBeNull();
	});

	it.each(['1.23457E+11', '123456789012345000', 2 ** 60])(
		'may be one that a spreadsheet has rounded: %j',
		async (id) => {
			const { items } = await bench.run(upsert, {
				items: [person('Ann Example', id), person('Bob Sample', 'c-2')],
				settings: toItsItem,
			});
			expect(items[0]?.json.error).toMatch(/^"External Source ID" is ".*", a rounded number/);
			expect(items[1]?.json.action).toBe('created');
		},
	);
});

describe('two rows with one ID and different names', () => {
	const couple = [person('Ann Example', 'we@example.org'), person('Bob Example', 'we@example.org')];
	const met =
		'Item 0 has the same External Source ID "we@example.org" and another name, "Ann Example" instead of "Bob Example"';

	it('are not written over each other: the second names the first', async () => {
		const { items } = await bench.run(upsert, { items: couple, settings: toItsItem });
		expect([items[0]?.json.action, items[1]?.json.error]).toEqual(['created', met]);
		expect(
			bench.state.clients.filter(({ external_source_id }) => external_source_id === 'we@example.org'),
		).toMatchObject([{ first_name: 'Ann' }]);
	});

	it.each([
		['Mr Smith', 'Mrs Smith'],
		['J. Smith', 'Jane Smith'],
		['Joe Smith', 'Jo Smith'],
		['明 李', '明华 李'],
	])('are different even if they are similar: %j and %j', async (one, other) => {
		const rows = [one, other].map((name) => person(name, 'we@example.org'));
		const { items } = await bench.run(upsert, { items: rows, settings: toItsItem });
		expect([items[0]?.json.action, items[1]?.json.error]).toEqual([
			'created',
			expect.stringMatching(/^Item 0 has the same External Source ID/),
		]);
	});

	it.each([upsertCase, { ...upsertCase, operation: 'create' }, upsert, { ...upsert, operation: 'create' }])(
		'name the first, and a remedy: $resource > $operation',
		async (parameters) => {
			const rows =
				parameters.resource === 'client'
					? couple
					: [aCase('MT-1', 'x-1'), aCase('MT-2', 'x-1')].map((row) => ({ ...row, external_source: 'other' }));
			const { items } = await bench.run(parameters, { items: rows, settings: toItsItem });
			expect([items[0]?.json.error, items[1]?.json.error]).toEqual([
				undefined,
				expect.stringMatching(/^Item 0 has the same External Source ID ".*" and another (name|case number)/),
			]);
			const remedy =
				parameters.operation === 'create'
					? 'merge the rows before this node, or use Create or Update'
					: 'turn on the option "Same ID Means Same Person"';
			expect(items[1]?.json.details).toMatchObject({ description: expect.stringContaining(remedy) });
		},
	);

	it('with one name are created once, and the second names the record of the first (Create)', async () => {
		const rows = [person('Ann Example', 'x-1'), person('Ann Example', 'x-1', { city: 'Trenton' })];
		const { items } = await bench.run({ ...upsert, operation: 'create' }, { items: rows, settings: toItsItem });
		expect(items[1]?.json.error).toBe(
			`An earlier item has already created the client with this External Source and External Source ID: ID ${items[0]?.json.id}`,
		);
	});

	it('of case lists are not written over each other', async () => {
		const known = bench.state.caseLists.find(({ id }) => id === 501);
		const lists = [String(known?.name), String(known?.name).toUpperCase(), 'Another'].map((name) => ({
			id: 501,
			name,
		}));
		const fields = mapped({
			id: '={{ $json.id }}',
			name: '={{ $json.name }}',
			filter: '{ "case_type_ids": [987654] }',
		});
		const { items } = await bench.run(
			{ resource: 'caseList', operation: 'upsert', fields },
			{ items: lists, settings: toItsItem },
		);
		expect(items.map(({ json }) => json.error ?? json.action)).toEqual([
			'updated',
			'updated',
			`Item 0 has the same ID 501 and another name, "${known?.name}" instead of "Another"`,
		]);
		expect(items[2]?.json.details).toMatchObject({
			description: expect.stringContaining('merge the rows before this node'),
		});
	});

	it('cost no request with On Error = Stop', async () => {
		const { error } = await bench.run(upsert, { items: couple });
		expect(error?.message).toContain(met);
		expect(bench.requests()).toEqual([]);
	});

	it('are one person if the user says so', async () => {
		const { items } = await bench.run({ ...upsert, options: { sameIdMeansSamePerson: true } }, { items: couple });
		expect(items.map(({ json }) => json.action)).toEqual(['created', 'updated']);
	});

	it.each([
		['upsert', { ...upsert, clientUpsertMode: 'replace' }, (client: number) => ({ id: client })],
		['update', update, (client: number) => ({ client })],
		['update, replacing all', { ...update, clientUpdateMode: 'replace' }, (client: number) => ({ client })],
	])('are refused with the ID of Kayse, too (%s)', async (_, parameters, ided) => {
		const ada = { first_name: 'Ada', last_name: 'Reyes', external_source: 'manual', external_source_id: 'src-01' };
		const items = [
			{ ...ada, ...ided(ADA) },
			{ ...ada, ...ided(ADA), first_name: 'ADA', city: 'Trenton' },
			{ ...ada, ...ided(ADA), first_name: 'Ben' },
		];
		const { items: output } = await bench.run(parameters, { items, settings: toItsItem });
		expect(errors(output)).toEqual([
			undefined,
			undefined,
			`Item 0 has the same ID ${ADA} and another name, "Ada Reyes" instead of "Ben Reyes"`,
		]);
		expect(clientRow(ADA)).toMatchObject({ first_name: 'ADA', city: 'Trenton' });
	});

	it('are refused in Take In, and the second is not called', async () => {
		const items = [lead('Ann Example', 'we@example.org'), lead('Bob Example', 'we@example.org')];
		const { items: output } = await bench.run(intake, { items, settings: toItsItem });
		expect(output[1]?.json.error).toBe(met);
		expect(bench.state.calls).toHaveLength(1);
	});

	it('are refused in the next turn of a loop, too', async () => {
		const staticData = {};
		const fields = {
			...intake,
			clientFields: mapped({
				...sourced('we@example.org'),
				first_name: '={{ $runIndex === 0 ? "Ann" : "Bob" }}',
				last_name: 'Example',
			}),
		};
		const caseFields = mapped({
			...aCase('={{ "C-" + $runIndex }}', '={{ "case " + $runIndex }}'),
			external_source: 'other',
		});
		const { items } = await bench.run({ ...fields, caseFields }, { staticData, turns: 2, settings: toItsItem });
		expect(items.at(-1)?.json.error).toMatch(
			/^Item 0 of an earlier run of this node has the same External Source ID "we@example.org" and another name, "Ann Example"/,
		);
		expect(bench.state.calls).toHaveLength(1);
	});

	it.each<[string, INodeParameters, string]>([
		['created', { resource: 'client', operation: 'create' }, 'External Source ID "we@example.org"'],
		['created or updated', { resource: 'client', operation: 'upsert' }, 'External Source ID "we@example.org"'],
		['updated', { resource: 'client', operation: 'update', clientId: ADA }, `ID ${ADA}`],
	])('are refused in the next turn of a loop when they are %s, too', async (_, parameters, id) => {
		const fields = mapped({
			...sourced('we@example.org'),
			first_name: '={{ $runIndex === 0 ? "Ann" : "Bob" }}',
			last_name: 'Example',
		});
		const { items } = await bench.run({ ...parameters, fields }, { turns: 2, settings: toItsItem });
		expect(items.at(-1)?.json.error).toBe(
			`Item 0 of an earlier run of this node has the same ${id} and another name, "Ann Example" instead of "Bob Example"`,
		);
		expect(bench.requests('/clients').filter(({ body }) => JSON.stringify(body).includes('Bob'))).toEqual([]);
	});

	it.each([
		['client', 'import'],
		['case', 'other'],
	])(
		'with one name are created once over the turns of a loop, as in one run (%s > Create)',
		async (kind, external_source) => {
			const own: Record<string, string> =
				kind === 'client'
					? { first_name: 'Ann', last_name: 'Example', city: '={{ $runIndex < 2 ? "Trenton" : "Newark" }}' }
					: { case_number: 'C-1', status: 'open', type: 'civil', court_name: '={{ $runIndex < 2 ? "A" : "B" }}' };
			const fields = mapped({ external_source, external_source_id: 'x-1', ...own });
			const made = await bench.run({ resource: kind, operation: 'create', fields }, { settings: toItsItem });
			bench.control.reset();
			const last = async (turns: number) =>
				(await bench.run({ resource: kind, operation: 'create', fields }, { turns, settings: toItsItem })).items.at(-1)
					?.json;
			const second = await last(2);
			bench.control.reset();
			const third = await last(3);
			expect(second).toEqual({
				id: made.items[0]?.json.id,
				note: 'Not sent: it is the same as item 0 of an earlier run of this node',
			});
			expect(third?.error).toBe(
				`An earlier item has already created the ${kind} with this External Source and External Source ID: ID ${String(second?.id)}`,
			);
		},
	);

	it('with one name are created by the first turn of a loop and updated by the next (Create or Update)', async () => {
		const fields = mapped({
			...sourced('x-1'),
			first_name: 'Ann',
			last_name: 'Example',
			city: '={{ $runIndex === 0 ? "Trenton" : "Newark" }}',
		});
		const { items } = await bench.run({ ...upsert, fields }, { turns: 2 });
		expect(items.at(-1)?.json).toMatchObject({ action: 'updated', city: 'Newark' });
		expect(bench.state.clients.filter(({ external_source_id }) => external_source_id === 'x-1')).toMatchObject([
			{ city: 'Newark' },
		]);
	});

	it.each([upsert, { ...upsert, operation: 'create' }])(
		'with one name are not sent again while it is unknown whether an earlier turn has created one ($operation)',
		async (parameters) => {
			bench.control.fail({
				method: 'POST',
				path: parameters.operation === 'create' ? '/clients' : '/clients/bulk',
				kind: 'resetAfterHandler',
			});
			const fields = mapped({
				...sourced('x-1'),
				first_name: 'Ann',
				last_name: 'Example',
				city: '={{ "City " + $runIndex }}',
			});
			const { items } = await bench.run({ ...parameters, fields }, { turns: 2, settings: toItsItem });
			expect(items.at(-1)?.json.error).toMatch(
				/^Not sent: it changes the record of item 0 of an earlier run of this node, and the result of that item is missing/,
			);
			expect(writes()).toHaveLength(1);
		},
	);

	it('with one name are sent again if an earlier turn was refused', async () => {
		bench.control.fail({ method: 'POST', path: '/clients', kind: 'status', status: 400 });
		const fields = mapped({ ...sourced('x-1'), first_name: 'Ann', last_name: 'Example' });
		const { items } = await bench.run(
			{ resource: 'client', operation: 'create', fields },
			{ turns: 2, settings: toItsItem },
		);
		expect(items.at(-1)?.json).toMatchObject({ first_name: 'Ann' });
	});

	describe('in several calls that an agent makes in one execution', () => {
		const fromModel = (name: string) => `={{ $fromAI("${name}", "", "string") }}`;
		const client = mapped({
			...sourced('x-1'),
			first_name: fromModel('first'),
			last_name: 'Example',
			city: fromModel('city'),
			email: fromModel('email'),
		});
		const answers = async (operation: string, ...calls: Array<[first: string, city?: string, email?: string]>) => {
			const call = bench.tool({ resource: 'client', operation, clientId: ADA, fields: client });
			const said: string[] = [];
			for (const [first, city = 'Trenton', email = 'ann@example.org'] of calls) {
				const answer = await call({ first, city, email });
				said.push((await errorOf(Promise.resolve(answer))) || String(answer));
			}
			return said;
		};
		const ofAnother =
			/Item 0 of an earlier run of this node has the same (?:External Source )?ID .* and another name, "Ann Example" instead of "Bob Example"/;

		it.each(['create', 'upsert', 'update'])('are not written over each other (%s)', async (operation) => {
			const [, second] = await answers(operation, ['Ann'], ['Bob']);
			expect(second).toMatch(ofAnother);
			expect(writes()).toHaveLength(1);
		});

		it('may be corrected if the first call did nothing', async () => {
			const [first, second] = await answers('upsert', ['Ann', 'Trenton', 'no address'], ['Bob']);
			expect([first, second]).toEqual([
				expect.stringContaining('must be one email address'),
				expect.stringContaining('"created"'),
			]);
		});

		it('are one record if they have one name', async () => {
			const [, created] = await answers('create', ['Ann'], ['Ann', 'Newark']);
			expect(created).toMatch(/already created the client/);
			const [, updated] = await answers('upsert', ['Ann'], ['Ann', 'Newark']);
			expect(updated).toContain('"updated"');
		});

		it('stay refused if the calls come at once', async () => {
			const call = bench.tool({ resource: 'client', operation: 'upsert', fields: client });
			const errors = await Promise.all(
				['Ann', 'Bob'].map(async (first) => await errorOf(call({ first, city: 'Trenton', email: 'ann@example.org' }))),
			);
			expect(errors.filter((error) => error !== '')).toEqual([expect.stringContaining('another name')]);
			expect(writes()).toHaveLength(1);
		});
	});

	it('keep the remembered IDs of a row of a table (Take In)', async () => {
		const items = [lead('Ann Example', 'x-1'), lead('Bob Example', 'x-1', { client_id: 402, case_id: 9001 })];
		const { items: output } = await bench.run({ ...intake, remember: 'table' }, { items, settings: toItsItem });
		expect(output[1]?.json.details).toMatchObject({ outcome: 'input', client_id: 402, case_id: 9001 });
	});

	it('of cases are distinguished by their numbers', async () => {
		const items = [aCase('MT-1', 'x-1'), aCase('mt 1', 'x-1'), aCase('MT-2', 'x-1')].map((row) => ({
			...row,
			external_source: 'other',
		}));
		const { items: output } = await bench.run(upsertCase, { items, settings: toItsItem });
		expect(output.map(({ json }) => json.action ?? json.error)).toEqual([
			'created',
			'updated',
			'Item 0 has the same External Source ID "x-1" and another case number, "MT-1" instead of "MT-2"',
		]);
	});

	it.each([
		['upsert', '/clients/bulk', { ...upsert, options: { rowsPerRequest: 1 } }, person],
		['Take In', '/clients', intake, lead],
	])('stay refused in a further try, which takes the first one from memory (%s)', async (_, path, parameters, row) => {
		// n8n tries again when the first row has an error.
		bench.control.fail({ method: 'POST', path, kind: 'status', status: 404 });
		const settings = { ...toItsItem, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const items = [
			row('Cal Sample', 'x-3'),
			row('Ann Example', 'we@example.org'),
			row('Bob Example', 'we@example.org'),
		];
		const { items: output } = await bench.run(parameters, { items, settings });
		expect(errors(output)).toEqual([undefined, undefined, met.replace('Item 0', 'Item 1')]);
		expect(bench.state.clients.filter(({ first_name }) => first_name === 'Bob')).toEqual([]);
	});
});

describe('a column "id" of another system', () => {
	const foreign = { id: ADA, ...person('Ann Example', '51'), external_source: 'hubspot' };
	const unproven = (what: string, id: number) =>
		`Nothing in this item proves that it is about the ${what} with ID ${id}, so that one was not changed`;
	const otherSource = (what: string, id: number) =>
		`The ${what} with ID ${id} has another source than this item, so it was not changed`;

	it.each(['keep', 'replace'])('does not select a client, also if its other fields change (%s)', async (updateMode) => {
		const { items } = await bench.run(
			{ ...upsert, clientUpsertMode: updateMode },
			{ items: [foreign], settings: toItsItem },
		);
		expect(errors(items)).toEqual([otherSource('client', ADA)]);
		expect(writes()).toEqual([]);
	});

	it.each(['keep', 'replace'])('does not select a case (%s)', async (updateMode) => {
		const { items } = await bench.run(
			{ ...upsertCase, caseUpsertMode: updateMode },
			{ items: [{ id: 9001, ...aCase('X-1', '9001') }], settings: toItsItem },
		);
		expect(errors(items)).toEqual([otherSource('case', 9001)]);
		expect(writes()).toEqual([]);
	});

	it.each<[INodeParameters, IDataObject, string]>([
		[
			upsert,
			{ id: ADA, first_name: 'Ann', last_name: 'Example' },
			'The client with ID 401 has another name than this item, so it was not changed',
		],
		[upsert, { id: ADA, external_source: 'hubspot', city: 'Trenton' }, otherSource('client', ADA)],
		[
			upsertCase,
			{ id: 9001, case_number: 'X-1', status: 'closed' },
			'The case with ID 9001 has another case number than this item, so it was not changed',
		],
		...[
			{ email: 'bob@x.example' },
			{ city: 'Berlin' },
			{ mobile: '+15125550199' },
			{ last_name: 'Reyes', email: 'bob@x.example' },
			{ Name: 'Bob Sample', 'E-mail': 'bob@x.example' },
			{ external_source: 'manual', city: 'Berlin' },
		].map((row): [INodeParameters, IDataObject, string] => [upsert, { id: ADA, ...row }, unproven('client', ADA)]),
		[
			upsert,
			{ id: ADA, first_name: 'Ada', last_name: 'Example' },
			'The client with ID 401 has another name than this item, so it was not changed',
		],
		...[
			{},
			{ name: 'Smith v. Jones' },
			{ name: 'Smith v. Jones', case_number: 'N/A' },
			{ 'Case Name': 'Other v. Another', 'Case Type': 'pi' },
		].map((row): [INodeParameters, IDataObject, string] => [
			upsertCase,
			{ id: 9001, status: 'closed', ...row },
			unproven('case', 9001),
		]),
	])('does not select a client that contradicts the row: %#', async (parameters, item, message) => {
		const { items } = await bench.run(parameters, { items: [item], settings: toItsItem });
		expect(errors(items)).toEqual([message]);
		expect(writes()).toEqual([]);
	});

	it('does not select a case list of another name, whose members would change', async () => {
		const upsertList = { resource: 'caseList', operation: 'upsert', fields: automatic() };
		const known = bench.state.caseLists.find(({ id }) => id === 501);
		const notices: unknown[] = [];
		for (const name of ['VIP customers', String(known?.name).toUpperCase()]) {
			const { items } = await bench.run(upsertList, {
				items: [{ id: 501, name, filter: '{ "case_type_ids": [987654] }' }],
				settings: toItsItem,
			});
			notices.push(...items.map(({ json }) => json.error ?? json.action));
		}
		expect(notices).toEqual([
			'Kayse has no case list with ID 501 and the name "VIP customers", so nothing was changed',
			'updated',
		]);
	});

	it('of Kayse selects the record', async () => {
		const ada = {
			id: ADA,
			external_source: 'MANUAL',
			external_source_id: 'src-01',
			first_name: 'Ada',
			last_name: 'Miller',
			city: 'Trenton',
		};
		await bench.run({ ...upsert, clientUpsertMode: 'replace' }, { items: [ada] });
		expect(clientRow(ADA)).toMatchObject({ last_name: 'Miller', city: 'Trenton', email: null });
		await bench.run(upsertCase, {
			items: [{ id: 9001, case_number: String(caseRow(9001)?.case_number).toLowerCase(), status: 'closed' }],
		});
		expect(caseRow(9001)).toMatchObject({ status: 'closed' });
	});

	it('of Kayse selects the record if its name or contact data fit, too', async () => {
		const items = [
			{ id: ADA, first_name: 'ADA', last_name: 'Reyes', city: 'Bonn' },
			{ id: BRUNO, email: String(clientRow(BRUNO)?.email).toUpperCase(), city: 'Bonn' },
		];
		const { items: output } = await bench.run(upsert, { items, settings: toItsItem });
		expect(output.map(({ json }) => json.error ?? json.city)).toEqual(['Bonn', 'Bonn']);
		const named = await bench.run(upsertCase, {
			items: [{ id: 9001, name: String(caseRow(9001)?.name), status: 'closed' }],
			settings: toItsItem,
		});
		expect(named.items[0]?.json).toMatchObject({ id: 9001, status: 'closed' });
	});

	it.each([
		['client', ADA, upsert, { city: 'Bonn' }],
		['case', 9001, upsertCase, { status: 'closed' }],
	])('comes back from Get, simplified, and selects the %s', async (resource, id, parameters, change) => {
		const found = await bench.run({ resource, operation: 'get', [`${resource}Id`]: byId(String(id)), simplify: true });
		const { items } = await bench.run(parameters, {
			items: [{ ...found.items[0]?.json, ...change }],
			settings: toItsItem,
		});
		expect(items[0]?.json).toMatchObject({ id, action: 'updated', ...change });
	});

	it('without proof is refused, with clear ways to select a record', async () => {
		const { items } = await bench.run(upsert, { items: [{ id: ADA, city: 'Berlin' }], settings: toItsItem });
		const { description } = items[0]?.json.details as IDataObject;
		for (const way of [
			'"id" may come from another system',
			'External Source ID of the client',
			'its full name, or its email or mobile',
			'Map Each Column Manually',
		])
			expect(description).toContain(way);
	});
});

describe('a client who seems to be another person', () => {
	const bob = { first_name: 'Bob', last_name: 'Sample', email: 'bob@example.net', mobile: '+15125550101' };
	const refuse = { options: { refuseOtherPeople: true } };
	const notice = expect.stringMatching(
		/^Before this update, Kayse had "Ada Reyes" as client 401, with other contact data: perhaps another person/,
	);
	const onAda: Array<[string, INodeParameters]> = [
		['update', { ...update, clientId: ADA, fields: mapped(bob) }],
		['upsert', { ...upsert, fields: mapped({ ...bob, id: ADA }) }],
	];

	it.each(onAda)('is updated, and the item and the hint say so (%s)', async (_, parameters) => {
		const result = await bench.run(parameters);
		expect(result.items[0]?.json).toMatchObject({ id: ADA, notice });
		expect(hintsOf(result).join()).toContain('See "notice" in their items');
	});

	it.each([
		...onAda,
		[
			'update, replacing all',
			{ ...update, clientId: ADA, clientUpdateMode: 'replace', fields: mapped({ ...bob, ...sourced('7') }) },
		] as const,
	])('is refused with Refuse Other People (%s)', async (_, parameters) => {
		const { items } = await bench.run({ ...parameters, ...refuse }, { settings: toItsItem });
		expect(errors(items)).toEqual([
			`The client with ID ${ADA} seems to be another person than this item, so it was not changed`,
		]);
		expect(writes()).toEqual([]);
	});

	it.each([
		['a married name', { first_name: 'Ada', last_name: 'Miller', email: 'ada@example.org' }],
		['capitals and accents', { first_name: 'ADA', last_name: 'REYÉS', email: 'new@example.org' }],
		['a new address', { last_name: 'Reyes', email: 'new@example.org' }],
		['a last name alone', { last_name: 'Miller' }],
		['no contact data', { first_name: 'Ada', last_name: 'Miller' }],
	])('is not %s', async (_, values) => {
		const { items } = await bench.run({ ...update, ...refuse, clientId: ADA, fields: mapped(values) });
		expect(items[0]?.json).toMatchObject({ id: ADA, ...values });
		expect(items[0]?.json).not.toHaveProperty('notice');
	});

	it('is the same person despite an invisible character in the ID', async () => {
		const items = ['k5', 'k\u200b5'].map((id) => ({ ...sourced(id), first_name: 'Ann', last_name: 'Example' }));
		const result = await bench.run(upsert, { items, settings: toItsItem });
		expect(new Set(result.items.map(({ json }) => json.id)).size).toBe(1);
	});

	it('may have the name of the one before: of three with one ID, each is reported or refused', async () => {
		const maria = (at: number) => ({
			...sourced('one-for-all'),
			first_name: 'Maria',
			last_name: 'Garcia',
			email: `maria${at}@example.org`,
			mobile: `+1512555010${at}`,
		});
		const items = [1, 2, 3].map(maria);
		const result = await bench.run(upsert, { items, settings: toItsItem });
		expect(result.items.map(({ json }) => json.notice)).toEqual([
			undefined,
			...[2, 3].map(() => expect.stringContaining('Kayse had "Maria Garcia"')),
		]);
		const refused = await bench.run(
			{ ...upsert, ...refuse },
			{ items: items.map((row) => ({ ...row, external_source_id: 'another-for-all' })), settings: toItsItem },
		);
		expect(refused.items.map(({ json }) => json.action ?? json.error)).toEqual([
			'created',
			...[2, 3].map(() => expect.stringContaining('seems to be another person')),
		]);
	});

	it('is reported and refused in Take In, if a lead has the ID of another', async () => {
		const staticData = {};
		await bench.run(intake, { items: [lead('Ann Example', 'x-1', { email: 'ann@example.org' })], staticData });
		const other = lead('Bob Sample', 'x-1', { email: 'bob@example.org' });
		const again = () => ({
			items: [other],
			staticData: JSON.parse(JSON.stringify(staticData)) as IDataObject,
			settings: toItsItem,
		});
		const refused = await bench.run({ ...intake, ...refuse }, again());
		expect(refused.items[0]?.json.error).toMatch(/seems to be another person than this item, so it was not changed$/);
		const result = await bench.run(intake, again());
		expect(valueAt(result.items[0]?.json, 'client', 'notice')).toMatch(/Kayse had "Ann Example"/);
		const same = await bench.run(
			{ ...intake, options: { refuseOtherPeople: 'yes', sameIdMeansSamePerson: 'yes' } },
			{ ...again(), items: [lead('Cal Roe', 'x-1', { email: 'cal@example.org' })] },
		);
		expect(same.items[0]?.json.client).toEqual({ id: expect.any(Number), outcome: 'updated' });
	});

	it('is not searched if nothing is read: Replace All costs one request without Keep Opt-Outs', async () => {
		await bench.run({
			...update,
			clientId: BRUNO,
			clientUpdateMode: 'replace',
			fields: mapped({ ...bob, ...sourced('7') }),
			options: { keepOptOuts: false },
		});
		expect(bench.requests().map(({ method }) => method)).toEqual(['PUT']);
	});
});
