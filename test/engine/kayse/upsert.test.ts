import { describe, expect, it } from '@jest/globals';

import { valueAt } from '../../../nodes/shared/values/json';
import { automatic, mapped, useKayseBench } from '../kayse';
import { everyOne } from '../../support/everyOne';

const bench = useKayseBench();

const upsert = { resource: 'client', operation: 'upsert', fields: automatic() };
const toItsItem = { onError: 'continueRegularOutput' } as const;

const person = (index: number) => ({
	external_source: 'csv',
	external_source_id: `row-${index}`,
	first_name: `First${index}`,
	last_name: `Last${index}`,
});
const people = (count: number) => Array.from({ length: count }, (_, index) => person(index));

const bulkRequests = (path = '/clients/bulk') => bench.requests(path);
const sizes = () => bulkRequests().map(({ body }) => (valueAt(body, 'clients') as unknown[]).length);
const created = () => bench.state.clients.filter(({ external_source }) => external_source === 'csv');

describe('create or update clients', () => {
	it('takes an ID from a file with a byte order mark or a blank in its header', async () => {
		const ada = { first_name: 'Ada', last_name: 'Reyes', city: 'Trenton' };
		const { items } = await bench.run(upsert, {
			items: [
				{ '\ufeffid': 401, ...ada },
				{ 'id ': '401', ...ada },
			],
		});
		expect(items.map(({ json }) => [json.id, json.action])).toEqual([
			[401, 'updated'],
			[401, 'updated'],
		]);
	});

	it('creates 250 clients in three requests, each result on its item', async () => {
		const { items, error } = await bench.run(upsert, { items: people(250) });
		expect(error).toBeUndefined();
		expect(sizes()).toEqual([100, 100, 50]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(people(250).map((_, item) => ({ item })));
		expect(items.map(({ json }) => json.external_source_id)).toEqual(people(250).map((row) => row.external_source_id));
		expect(items.every(({ json }) => json.action === 'created' && typeof json.id === 'number')).toBe(true);
		expect(created()).toHaveLength(250);
	});

	it('takes as many rows at once as the option says', async () => {
		await bench.run({ ...upsert, options: { rowsPerRequest: 30 } }, { items: people(70) });
		expect(sizes()).toEqual([30, 30, 10]);
	});

	it('updates rows with an ID and keeps their other fields, in the same request', async () => {
		const items = [
			person(1),
			{ id: 401, email: 'ada@example.org', city: 'Trenton' },
			{ id: '402', first_name: 'Bruno', last_name: 'Okafor', state: 'NJ', email: '' },
		];
		const { items: output } = await bench.run(upsert, { items });
		expect(output.map(({ json }) => json.action)).toEqual(['created', 'updated', 'updated']);
		expect(output.map(({ json }) => json.id)).toEqual([expect.any(Number), 401, 402]);
		const changes = bench.control.kayseAudit().filter(({ action }) => action === 'update');
		expect(changes.map(({ id, field }) => `${id} ${field}`).sort()).toEqual(['401 city', '402 state']);
		expect(bulkRequests()).toHaveLength(1);
	});

	it('creates a client once and updates it with the later rows of the same source', async () => {
		const items = [
			{ ...person(1), city: 'Trenton' },
			{ ...person(1), email: 'one@example.org' },
			{ ...person(1), city: 'Trenton' },
		];
		const { items: output } = await bench.run(upsert, { items });
		expect(created()).toMatchObject([{ city: 'Trenton', email: 'one@example.org' }]);
		// The third row equals the first, but another one came in between: it might have changed something back.
		expect(output.map(({ json }) => json.action)).toEqual(['created', 'updated', 'unchanged']);
	});

	it.each([
		['is in doubt', 'unknown'],
		['was sent by an execution that was killed', 'doneBefore'],
	])('reports a row as not sent when the row that it builds on %s', async (_, outcome) => {
		const resumeToken = 'token';
		if (outcome === 'unknown') bench.control.fail({ method: 'POST', path: '/clients/bulk', kind: 'resetAfterHandler' });
		else await bench.run(upsert, { items: [person(1)], resumeToken });
		const items = [person(1), { ...person(1), city: 'Trenton' }];
		const { items: output } = await bench.run(upsert, { items, resumeToken, settings: toItsItem });
		expect(bulkRequests()).toHaveLength(1);
		expect(output.map(({ json }) => valueAt(json, 'details', 'outcome'))).toEqual([outcome, 'unavailable']);
	});

	it('keeps the changes of both of two rows of the same ID', async () => {
		await bench.run(upsert, {
			items: [
				{ id: 401, email: 'ada@example.org', city: 'Trenton' },
				{ id: 401, email: 'ada@example.org', state: 'NJ' },
			],
		});
		expect(bench.state.clients.find(({ id }) => id === 401)).toMatchObject({ city: 'Trenton', state: 'NJ' });
	});

	it('lets a row update the record of an earlier row when n8n passes them one by one', async () => {
		const batching = { requestOptions: { batching: { batch: { batchSize: 1, batchInterval: 5 } } } };
		bench.control.fail({ method: 'POST', path: '/clients/bulk', kind: 'slow', delaySeconds: 0.3 });
		const items = [person(1), { ...person(1), city: 'Trenton' }, { ...person(1), state: 'NJ' }];
		const { items: output } = await bench.run({ ...upsert, ...batching }, { items });
		expect(output.map(({ json }) => json.action)).toEqual(['created', 'updated', 'updated']);
		expect(created()).toMatchObject([{ city: 'Trenton', state: 'NJ' }]);
	});

	it('does not accept the ID of another system as one of Kayse', async () => {
		const items = [
			{ ...person(1), Id: 402 },
			{ ...person(2), id: 402 },
		];
		const { items: output } = await bench.run(upsert, { items, settings: toItsItem });
		expect(output[0]?.json.action).toBe('created');
		expect(output[1]?.json.error).toBe(
			'The client with ID 402 has another source than this item, so it was not changed',
		);
	});

	it('gives each item its own record, in any order of Kayse’s answer', async () => {
		const [one, two] = [person(1), person(2)].map((row, index) => ({ ...row, id: 900 + index }));
		bench.control.fail({
			method: 'POST',
			path: '/clients/bulk',
			kind: 'status',
			status: 200,
			body: { clients: [two, one] },
		});
		const { items } = await bench.run(upsert, { items: [person(1), person(2)] });
		expect(items.map(({ json }) => json.id)).toEqual([900, 901]);
	});

	it('does not report a record without an ID as created', async () => {
		bench.control.fail({ method: 'POST', path: '/clients/bulk', kind: 'status', status: 200, body: { clients: [{}] } });
		const { items } = await bench.run(upsert, { items: [person(1)], settings: toItsItem });
		expect(items[0]?.json.details).toMatchObject({ outcome: 'unknown' });
	});

	it('replaces all if the user chooses that, and names the missing fields', async () => {
		const replace = { ...upsert, clientUpsertMode: 'replace' };
		const { items } = await bench.run(replace, { items: [{ id: 401, city: 'X' }], settings: toItsItem });
		expect(items[0]?.json.error).toContain('"First Name"');
		await bench.run({ ...replace, fields: mapped({ ...person(1), id: 401 }) });
		expect(bench.state.clients.find(({ id }) => id === 401)).toMatchObject({ ...person(1), email: null, city: null });
	});

	it('replacing all, keeps a mapped field without a value, in each row of a request', async () => {
		const row = (id: number) => bench.state.clients.find((client) => client.id === id);
		const [ada, bruno] = [row(401), row(402)].map((client) => ({ email: client?.email, mobile: client?.mobile }));
		for (const value of [ada?.email, ada?.mobile, bruno?.email, bruno?.mobile]) expect(value).toBeTruthy();
		const replace = { ...upsert, clientUpsertMode: 'replace' };
		const fields = mapped({
			id: '={{ $json.id }}',
			first_name: '={{ $json.first_name }}',
			last_name: '={{ $json.last_name }}',
			external_source: 'csv',
			external_source_id: '={{ $json.external_source_id }}',
			email: '={{ $json.mail }}',
		});
		const items = [{ id: 401, ...person(1) }, { id: 402, ...person(2), mail: 'b@example.org' }, person(3)];
		const { error } = await bench.run({ ...replace, fields }, { items });
		expect(error).toBeUndefined();
		expect(sizes()).toEqual([3]);
		expect(row(401)).toMatchObject({ ...person(1), email: ada?.email, mobile: null });
		expect(row(402)).toMatchObject({ ...person(2), email: 'b@example.org', mobile: null });
		const [first, second] = [
			{ id: 401, Mobile: '' },
			{ id: 402, Mobile: '+12025550177' },
		];
		await bench.run(replace, {
			items: [
				{ ...person(1), ...first },
				{ ...person(2), ...second },
			],
		});
		expect(row(401)).toMatchObject({ ...person(1), email: null, mobile: null });
		expect(row(402)).toMatchObject({ ...person(2), email: null, mobile: '+12025550177' });
	});

	it('replacing all, keeps what an earlier row of the run has created', async () => {
		const fields = mapped({ ...person(1), email: '={{ $json.mail }}', city: '={{ $json.city }}' });
		const items = [{ mail: 'a@example.org' }, { city: 'Trenton' }];
		const { items: output } = await bench.run({ ...upsert, clientUpsertMode: 'replace', fields }, { items });
		expect(output.map(({ json }) => json.action)).toEqual(['created', 'updated']);
		expect(created()).toMatchObject([{ email: 'a@example.org', city: 'Trenton' }]);
	});

	it('understands an answer with whole records as well', async () => {
		bench.control.configureKayse({ bulkResponse: 'full' });
		const { items } = await bench.run(upsert, { items: people(2) });
		expect(items.map(({ json }) => [json.first_name, json.email, json.action])).toEqual([
			['First0', null, 'created'],
			['First1', null, 'created'],
		]);
	});
});

describe('a bad row among good ones', () => {
	/** Kayse itself refuses it: the ID in the link does not exist. */
	const withBadRow = (count: number, bad: number[]) =>
		people(count).map((row, index) => ({ ...row, case: bad.includes(index) ? 77777 : 9001 }));
	const linked = { ...upsert, clientUpsertLinks: 'set', caseIds: '={{ $json.case }}' };

	it.each(['namesRow', 'anonymous'] as const)(
		'is the only one that fails, with any wording of Kayse (%s)',
		async (bulkErrors) => {
			bench.control.configureKayse({ bulkErrors });
			const { items, error } = await bench.run(linked, { items: withBadRow(100, [37]), settings: toItsItem });
			expect(error).toBeUndefined();
			const failed = items.filter(({ json }) => json.error !== undefined);
			expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 37 }]);
			expect(JSON.stringify(failed)).not.toContain('clients[');
			if (bulkErrors === 'namesRow') expect(JSON.stringify(failed)).toContain('item 37, case_ids');
			expect(
				created()
					.map(({ external_source_id }) => external_source_id)
					.sort(),
			).toEqual(
				people(100)
					.filter((_, index) => index !== 37)
					.map((row) => row.external_source_id)
					.sort(),
			);
			expect(bulkRequests().length - 1).toBeLessThanOrEqual(2 * Math.log2(100));
		},
	);

	it('is named when Kayse names it, and nothing is done (On Error = Stop)', async () => {
		const { error } = await bench.run(linked, { items: withBadRow(30, [7]) });
		expect(error?.message).toContain('[item 7 of ');
		expect(error?.description).toContain('item 7, case_ids');
		expect(error?.description).not.toContain('clients[');
		expect(error?.description).toContain('Not done: item 7. Not sent: item 0 to 6, 8 to 29.');
		expect(created()).toEqual([]);
		expect(bulkRequests()).toHaveLength(1);
	});

	it('is searched only on request, if Kayse does not name it', async () => {
		bench.control.configureKayse({ bulkErrors: 'anonymous' });
		const { error } = await bench.run(linked, { items: withBadRow(30, [7]) });
		expect(error?.message).toContain('The cause is one of the items 0 to 29');
		expect(error?.description).toContain('Set On Error of this node to Continue');
		expect(created()).toEqual([]);
		expect(bulkRequests()).toHaveLength(1);
	});

	it('costs no request if the node finds it by itself', async () => {
		const items = [person(0), { ...person(1), last_name: '' }, person(2)];
		const { items: output } = await bench.run(upsert, { items, settings: toItsItem });
		expect(output.map(({ json }) => json.error ?? json.action)).toEqual([
			'created',
			'"Last Name" of the client is missing',
			'created',
		]);
		expect(sizes()).toEqual([2]);
	});

	it('with an unknown ID is refused alone', async () => {
		const { items } = await bench.run(upsert, { items: [person(0), { id: 99, city: 'X' }], settings: toItsItem });
		expect(items[0]?.json.action).toBe('created');
		expect(items[1]?.json.error).toBe('Kayse has no Client ID "99"');
	});
});

describe('doubt and repetition', () => {
	it('never creates twice after a missing answer', async () => {
		bench.control.fail({ method: 'POST', path: '/clients/bulk', kind: 'resetAfterHandler' });
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		const { error } = await bench.run(upsert, { items: people(5), settings });
		expect(error?.message).toContain('The outcome is unknown');
		expect(created()).toHaveLength(5);
		expect(bulkRequests()).toHaveLength(1);
	});

	it('never sends a request again that creates as well as updates', async () => {
		bench.control.fail({ method: 'POST', path: '/clients/bulk', kind: 'resetAfterHandler' });
		const { error } = await bench.run(upsert, {
			items: [{ id: 401, city: 'Trenton', email: 'ada@example.org' }, person(1)],
		});
		expect(error?.message).toContain('The outcome is unknown');
		expect(created()).toHaveLength(1);
		expect(bulkRequests()).toHaveLength(1);
	});

	it('repeats a request of updates only', async () => {
		bench.control.fail({ method: 'POST', path: '/clients/bulk', kind: 'resetAfterHandler' });
		const { error } = await bench.run(upsert, { items: [{ id: 401, email: 'ada@example.org', city: 'Trenton' }] });
		expect(error).toBeUndefined();
		expect(bulkRequests()).toHaveLength(2);
	});
});

describe('create or update cases', () => {
	const row = { case_number: 'N-1', external_source: 'csv', external_source_id: 'c1', status: 'open', type: 'civil' };

	it('creates and updates together', async () => {
		const { items } = await bench.run(
			{ resource: 'case', operation: 'upsert', fields: automatic() },
			{ items: [row, { id: 9001, case_number: 'MT-2025-001', status: 'closed' }] },
		);
		expect(items.map(({ json }) => json.action)).toEqual(['created', 'updated']);
		const updates = bench.control.kayseAudit().filter(({ action }) => action === 'update');
		expect(updates.map(({ id, field }) => `${id} ${field}`)).toEqual(['9001 status']);
		expect(bulkRequests('/cases/bulk')).toHaveLength(1);
	});
});

describe('create', () => {
	it.each([
		['client', '/clients', person(1)],
		[
			'case',
			'/cases',
			{ case_number: 'N-1', external_source: 'csv', external_source_id: 'c1', status: 'open', type: 'civil' },
		],
	])('makes one %s for each item, once', async (resource, path, fields) => {
		const create = { resource, operation: 'create', fields: automatic() };
		const other = { ...fields, external_source_id: 'other', ...('case_number' in fields && { case_number: 'N-2' }) };
		const { items } = await bench.run(create, { items: [fields, other, fields], settings: toItsItem });
		expect(items[0]?.json).toMatchObject({ id: expect.any(Number), ...fields });
		expect(items[2]?.json).toMatchObject({ duplicateOfItem: 0 });
		expect(bench.requests(path)).toHaveLength(2);
	});

	it('does not create a second client of the same source', async () => {
		const create = { resource: 'client', operation: 'create', fields: automatic() };
		const items = [person(1), { ...person(1), city: 'Trenton' }];
		const { items: output } = await bench.run(create, { items, settings: toItsItem });
		expect(output[1]?.json.error).toBe(
			`An earlier item has already created the client with this External Source and External Source ID: ID ${output[0]?.json.id}`,
		);
		expect(created()).toHaveLength(1);
	});

	it('does not create a second client when n8n passes the items one by one, either', async () => {
		const create = {
			resource: 'client',
			operation: 'create',
			fields: automatic(),
			requestOptions: { batching: { batch: { batchSize: 1, batchInterval: 5 } } },
		};
		bench.control.fail({ method: 'POST', path: '/clients', kind: 'slow', delaySeconds: 0.3 });
		const { items } = await bench.run(create, {
			items: [person(1), { ...person(1), city: 'Trenton' }],
			settings: toItsItem,
		});
		expect(items[1]?.json.error).toMatch(/^An earlier item has already created the client/);
		expect(created()).toHaveLength(1);
	});

	it('sends types as Kayse wants them', async () => {
		const { error } = await bench.run({
			resource: 'client',
			operation: 'create',
			fields: mapped({ ...person(1), postal_code: 78701, date_of_birth: '1990-01-31T00:00:00', meta: '{"lang":"es"}' }),
			clientCreateLinks: 'set',
			caseIds: '[9001, 9002]',
		});
		expect(error).toBeUndefined();
		expect(created()).toMatchObject([
			{ postal_code: '78701', date_of_birth: '1990-01-31', meta: { lang: 'es' }, case_ids: [9001, 9002] },
		]);
	});
});

describe('a postal code', () => {
	const codes = ['78701.0', 78701, '="02134"', '2134.0', 8601];
	const rows = codes.map((postal_code, place) => ({ ...person(place), postal_code }));

	it.each([
		['Map Automatically', automatic()],
		[
			'columns that are mapped',
			mapped({
				...Object.fromEntries(Object.keys(person(0)).map((name) => [name, `={{ $json.${name} }}`])),
				postal_code: '={{ $json.postal_code }}',
			}),
		],
	])('arrives with its leading zero: %s', async (_way, fields) => {
		const { items } = await bench.run(
			{ resource: 'client', operation: 'create', fields },
			{ items: rows, settings: toItsItem },
		);
		expect(
			created()
				.map(({ postal_code }) => postal_code)
				.sort(),
		).toEqual(['02134', '78701', '78701']);
		for (const { json } of everyOne(items.slice(3))) expect(json.error).toContain('too short for a ZIP code');
	});

	it('of four digits is sent if Default Country is not the United States', async () => {
		await bench.run(
			{ resource: 'client', operation: 'create', fields: automatic(), options: { defaultCountry: 'CH' } },
			{ items: rows.slice(4) },
		);
		expect(created()).toMatchObject([{ postal_code: '8601' }]);
	});
});

describe('the rest of the hour’s requests', () => {
	it('is in each item on request', async () => {
		const { items } = await bench.run({ ...upsert, options: { includeQuota: true } }, { items: people(2) });
		expect(items[0]?.json.remainingRequests).toMatchObject({ remaining: 499, resetsAt: expect.stringMatching(/Z$/) });
	});

	it.each(['epochSeconds', 'epochMilliseconds', 'secondsLeft'] as const)(
		'ends a run with the clock time of the reset when no request is left (%s)',
		async (resetUnit) => {
			bench.control.configureKayse({ requestsPerWindow: 3, resetUnit });
			const get = { resource: 'client', operation: 'get', clientId: 401 };
			await bench.run(get);
			const { items } = await bench.run(get, { items: [{}, {}, {}, {}], settings: toItsItem });
			const failures = items.filter(({ json }) => json.error !== undefined);
			expect(failures).toHaveLength(2);
			expect(String(failures[0]?.json.error)).toMatch(
				/^The request limit of Kayse is used up until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/,
			);
			expect(bench.requests()).toHaveLength(3);
		},
	);

	it('returns within Max Wait, and the run waits for it', async () => {
		bench.control.configureKayse({ requestsPerWindow: 3 });
		const get = { resource: 'client', operation: 'get', clientId: 401, options: { maxWait: 70 } };
		const { items, error } = await bench.run(get, { items: [{}, {}, {}, {}] });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(4);
	}, 60_000);
});
