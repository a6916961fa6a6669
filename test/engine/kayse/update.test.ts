import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { client as clientKind } from '../../../nodes/Kayse/records/client';
import { valueAt } from '../../../nodes/shared/values/json';
import { legalCase } from '../../../nodes/Kayse/records/case';
import { unmapped } from '../../../nodes/Kayse/records/record';
import { automatic, mapped, useKayseBench } from '../kayse';
import { everyOne } from '../../support/everyOne';
import { until } from '../../support/eventually';

const bench = useKayseBench();

const ADA = 401;
const keep = { resource: 'client', operation: 'update' };

const clientRow = (id: number) => bench.state.clients.find((row) => row.id === id);
const caseRow = (id: number) => bench.state.cases.find((row) => row.id === id);

/** These fields of a record, which must have values. */
function filledIn(record: object | undefined, names: string[]): Record<string, unknown> {
	const values = Object.fromEntries(names.map((name) => [name, valueAt(record, name)]));
	for (const value of everyOne(Object.values(values))) expect(value).toBeTruthy();
	return values;
}

const changedFields = () => bench.control.kayseAudit().map(({ object, id, field }) => `${object} ${id} ${field}`);

describe('update, keeping other fields', () => {
	it('changes the named fields and nothing else', async () => {
		const { items, error } = await bench.run({
			...keep,
			clientId: ADA,
			fields: mapped({ city: 'Trenton', email: '' }),
		});
		expect(error).toBeUndefined();
		expect(items).toMatchObject([{ json: { id: ADA, city: 'Trenton' }, pairedItem: { item: 0 } }]);
		expect(changedFields()).toEqual([`clients ${ADA} city`]);
		expect(bench.requests().map(({ method, path }) => `${method} ${path}`)).toEqual([
			`GET /clients/${ADA}`,
			`PUT /clients/${ADA}`,
		]);
	});

	it('does not send links and opt-outs that the user has not set, also if Kayse shows some', async () => {
		bench.control.configureKayse({ getShowsOptOuts: true });
		await bench.run({ ...keep, clientId: ADA, fields: mapped({ city: 'Trenton' }) });
		await bench.run({ resource: 'case', operation: 'update', caseId: 9001, fields: mapped({ name: 'New' }) });
		for (const { method, body } of everyOne(bench.requests())) {
			if (method !== 'PUT') continue;
			for (const member of [...unmapped(clientKind), ...unmapped(legalCase)]) expect(body).not.toHaveProperty(member);
		}
		expect(changedFields()).toEqual([`clients ${ADA} city`, 'cases 9001 name']);
	});

	it('shows opt-outs that Kayse shows, simplified as well', async () => {
		bench.control.configureKayse({ getShowsOptOuts: true, getShowsLinks: true });
		const { items: cases } = await bench.run({ resource: 'case', operation: 'get', caseId: 9001 });
		expect(cases).toMatchObject([
			{ json: { call_opted_out: expect.any(Boolean), sms_opted_out: false, email_opted_out: false } },
		]);
		const { items: clients } = await bench.run({ resource: 'client', operation: 'get', clientId: ADA });
		expect(clients).toMatchObject([{ json: { voice_calls_opted_out: expect.any(Boolean) } }]);
	});

	it('keeps links that Kayse shows and would remove if they were left out', async () => {
		bench.control.configureKayse({ getShowsLinks: true, omittedLinks: 'cleared' });
		await bench.run({ ...keep, clientId: ADA, fields: mapped({ city: 'Trenton' }) });
		expect(changedFields()).toEqual([`clients ${ADA} city`]);
	});

	it('sets links and opt-outs if the user chooses them', async () => {
		await bench.run({
			...keep,
			clientId: '411',
			clientUpdateLinks: 'set',
			caseIds: '9001, 9008',
			clientUpdateVoiceCalls: 'optedOut',
		});
		expect(clientRow(411)).toMatchObject({ case_ids: [9001, 9008], voice_calls_opted_out: true });
		await bench.run({ ...keep, clientId: 411, clientUpdateLinks: 'remove' });
		expect(clientRow(411)).toMatchObject({ case_ids: [], voice_calls_opted_out: true });
	});

	it.each(['Opted Out', 'optedOut', ' opted out'])('opts out when an expression says %p', async (opt) => {
		const voiceCalls = '={{ $json.opt }}';
		await bench.run({ ...keep, clientId: 411, clientUpdateVoiceCalls: voiceCalls }, { items: [{ opt }] });
		expect(clientRow(411)).toMatchObject({ voice_calls_opted_out: true });
		// A column of the field's name would say the opposite.
		for (const unclear of ['perhaps', 'no', 'yes', false, true]) {
			const { error } = await bench.run(
				{ ...keep, clientId: 412, clientUpdateVoiceCalls: voiceCalls },
				{ items: [{ opt: unclear }] },
			);
			expect(error?.message).toBe(`"Voice Calls" must be one of the choices (got "${unclear}")`);
		}
		await bench.run(
			{ ...keep, clientId: 412, clientUpdateVoiceCalls: voiceCalls, fields: mapped({ city: 'X' }) },
			{ items: [{ opt: '' }] },
		);
		expect(changedFields()).toContain('clients 412 city');
		expect(clientRow(412)).toMatchObject({ voice_calls_opted_out: false });
	});

	it('keeps both of two updates that an agent makes at the same time', async () => {
		const update = (fields: Record<string, string>) =>
			bench.tool({ ...keep, clientId: ADA, fields: mapped(fields) })({});
		await Promise.all([update({ city: 'Trenton' }), update({ state: 'NJ' })]);
		expect(clientRow(ADA)).toMatchObject({ city: 'Trenton', state: 'NJ' });
	});

	it('empties fields that an expression names', async () => {
		await bench.run({ ...keep, clientId: ADA, clearClientUpdateFields: '={{ "email, mobile" }}' });
		expect(clientRow(ADA)).toMatchObject({ email: null, mobile: null });
	});

	it('empties fields by their label, also undocumented fields of the account', async () => {
		bench.control.configureKayse({ extraFields: { clients: [{ name: 'preferred_language', type: 'string' }] } });
		await bench.run({ ...keep, clientId: ADA, clearClientUpdateFields: '={{ "City; Postal Code" }}' });
		expect(changedFields().sort()).toEqual([`clients ${ADA} city`, `clients ${ADA} postal_code`]);
		await bench.run({ ...keep, clientId: ADA, fields: mapped({ preferred_language: 'es' }) });
		await bench.run({ ...keep, clientId: ADA, clearClientUpdateFields: '={{ "Preferred Language" }}' });
		expect(clientRow(ADA)).toMatchObject({ preferred_language: null });
	});

	it.each(['keep', 'replace'])('changes nothing if the field to clear does not exist: %s', async (updateMode) => {
		const fields = mapped({
			first_name: 'Ada',
			last_name: 'Reyes',
			external_source: 'manual',
			external_source_id: 'x-1',
		});
		const { error } = await bench.run({
			...keep,
			clientUpdateMode: updateMode,
			clientId: ADA,
			fields,
			clearClientUpdateFields: '={{ "Postal Cod" }}',
		});
		expect([error?.message, error?.description]).toEqual([
			expect.stringContaining('"Postal Cod"'),
			expect.stringContaining('"Postal Code"'),
		]);
		expect(bench.requests().filter(({ method }) => method === 'PUT')).toEqual([]);
	});

	it.each(['={{ [9001, $json.other] }}', '9001, undefined', '9001, N/A', '={{ [9001, ""] }}'])(
		'keeps all links when one of the new ones was not found: %s',
		async (caseIds) => {
			const { error } = await bench.run({ ...keep, clientId: '411', clientUpdateLinks: 'set', caseIds });
			expect(error?.message).toContain('"Case IDs"');
			expect(bench.requests()).toEqual([]);
		},
	);

	it('empties the selected fields', async () => {
		await bench.run({ ...keep, clientId: ADA, clearClientUpdateFields: ['email', 'meta'] });
		expect(clientRow(ADA)).toMatchObject({ email: null, meta: null, first_name: 'Ada' });
		expect(changedFields().sort()).toEqual([`clients ${ADA} email`, `clients ${ADA} meta`]);
	});

	it('keeps the other members of an object', async () => {
		const before = clientRow(ADA)?.meta;
		expect(Object.keys(Object(before)).length).toBeGreaterThan(0);
		await bench.run({ ...keep, clientId: ADA, fields: mapped({ meta: '{ "channel": "web" }' }) });
		expect(clientRow(ADA)?.meta).toEqual({ ...Object(before), channel: 'web' });
	});

	it('takes the fields of input items, and counts empty cells as not given', async () => {
		const items = [
			{ City: 'Trenton', 'First Name': '', 'date of birth': '1980-05-01T00:00:00.000Z', id: 1, other: 'x' },
		];
		await bench.run({ ...keep, clientId: ADA, fields: automatic() }, { items });
		expect(clientRow(ADA)).toMatchObject({ city: 'Trenton', first_name: 'Ada', date_of_birth: '1980-05-01' });
	});

	it('keeps and sets a field that Kayse adds later', async () => {
		bench.control.configureKayse({ extraFields: { clients: [{ name: 'preferred_language', type: 'string' }] } });
		await bench.run({ ...keep, clientId: ADA, fields: mapped({ preferred_language: 'es' }) });
		await bench.run({ ...keep, clientId: ADA, fields: mapped({ city: 'Trenton' }) });
		expect(clientRow(ADA)).toMatchObject({ preferred_language: 'es', city: 'Trenton' });
	});

	it('fails instead of emptying an unknown field', async () => {
		bench.control.configureKayse({ extraFields: { clients: [{ name: 'preferred_language', type: 'string' }] } });
		await bench.run({ ...keep, clientId: ADA, fields: mapped({ preferred_language: 'es' }) });
		bench.control.fail({ method: 'GET', path: '/metadata/objects', kind: 'status', status: 500, times: 20 });
		const { error } = await bench.run({ ...keep, clientId: ADA, fields: mapped({ city: 'Trenton' }) });
		expect(error?.message).toBe(
			'The client has the field "Preferred Language", but Kayse’s list of fields could not be read',
		);
		expect(clientRow(ADA)).toMatchObject({ preferred_language: 'es', city: expect.not.stringMatching('Trenton') });
	});

	describe('when Kayse answers with less than the record', () => {
		const answers = (body: unknown) =>
			bench.control.fail({ method: 'GET', path: `/clients/${ADA}`, kind: 'status', status: 200, body });
		const update = { ...keep, clientId: ADA, fields: mapped({ city: 'Trenton' }) };

		it('names the fields that the update would empty, unless the user knows that they are empty', async () => {
			const notShown = ['meta', 'date_of_birth', 'case_ids', 'voice_calls_opted_out'];
			const shown = Object.fromEntries(
				Object.entries(clientRow(ADA) ?? {}).filter(([name]) => !notShown.includes(name)),
			);
			answers(shown);
			const { error } = await bench.run(update);
			expect(error?.message).toMatch(
				/^The update was not sent: Kayse does not show "Date of Birth", "Meta" of this client/,
			);
			answers(shown);
			await bench.run({ ...update, options: { unseenFields: 'empty' } });
			expect(changedFields().sort()).toEqual(['city', 'date_of_birth', 'meta'].map((name) => `clients ${ADA} ${name}`));
		});

		it.each([[{}], [[]], [{ id: 402 }], [{ message: 'ok' }]])('sends nothing after %j', async (body) => {
			answers(body);
			const { error } = await bench.run(update);
			expect(error?.message).toBe('The answer of Kayse does not contain the client');
			expect(changedFields()).toEqual([]);
		});
	});

	it('sends items that change the same client one after another', async () => {
		const items = ['city', 'state', 'address_line1', 'address_line2', 'last_name'].map((name) => ({ [name]: 'New' }));
		await bench.run({ ...keep, clientId: ADA, fields: automatic() }, { items });
		const fields = items.flatMap((item) => Object.keys(item));
		expect(changedFields()).toEqual(fields.map((name) => `clients ${ADA} ${name}`));
	});
});

describe('update, replacing all', () => {
	it('clears the missing fields, as the user has chosen', async () => {
		const fields = { first_name: 'Ada', last_name: 'Reyes', external_source: 'manual', external_source_id: 'x-1' };
		await bench.run({ ...keep, clientId: ADA, clientUpdateMode: 'replace', fields: mapped(fields) });
		expect(clientRow(ADA)).toMatchObject({ ...fields, email: null, mobile: null, city: null });
		expect(bench.requests().map(({ method }) => method)).toEqual(['GET', 'PUT']);
	});

	describe('keeps a mapped field without a value', () => {
		const required = { first_name: 'Ada', last_name: 'Reyes', external_source: 'manual', external_source_id: 'x-1' };
		const replace = { ...keep, clientId: ADA, clientUpdateMode: 'replace' };
		const before = () => filledIn(clientRow(ADA), ['email', 'mobile', 'city', 'meta']);

		it('when its expression finds nothing, and clears the fields that the editor stores empty', async () => {
			const { email, mobile } = before();
			const fields = mapped({ ...required, email: '={{ $json.mail }}', mobile: '={{ $json.phone }}', city: null });
			const { error } = await bench.run({ ...replace, fields }, { items: [{ mail: 'N/A' }] });
			expect(error).toBeUndefined();
			expect(clientRow(ADA)).toMatchObject({ ...required, email, mobile, city: null, meta: null });
		});

		it('in an automatic update, when its column is empty, and clears a field without a column', async () => {
			const { email, mobile, meta } = before();
			const items = [{ ...required, 'E-mail Address': '', 'Cell Phone': null, Meta: ' ' }];
			const { error } = await bench.run({ ...replace, fields: automatic() }, { items });
			expect(error).toBeUndefined();
			expect(clientRow(ADA)).toMatchObject({ ...required, email, mobile, meta, city: null });
		});

		it('in a tool, when the model leaves it out, without Keep Opt-Outs as well', async () => {
			const { email, mobile } = before();
			const fields = mapped({
				...required,
				email: "={{ $fromAI('email', '', 'string', '') }}",
				mobile: "={{ $fromAI('mobile') }}",
				state: "={{ $fromAI('state') }}",
			});
			await bench.tool({ ...replace, fields, options: { keepOptOuts: false } })({ mobile: 'unchanged', state: 'NJ' });
			expect(clientRow(ADA)).toMatchObject({ ...required, email, mobile, state: 'NJ', city: null });
			expect(bench.requests().map(({ method }) => method)).toEqual(['GET', 'PUT']);
		});

		it('unless it is to be cleared', async () => {
			const fields = mapped({ ...required, email: '={{ $json.mail }}' });
			await bench.run({ ...replace, fields, clearClientUpdateFields: ['email'] });
			expect(clientRow(ADA)).toMatchObject({ ...required, email: null });
		});

		it('of those that the account has beyond the documented ones as well', async () => {
			bench.control.configureKayse({ extraFields: { clients: [{ name: 'preferred_language', type: 'string' }] } });
			await bench.run({ ...keep, clientId: ADA, fields: mapped({ preferred_language: 'es' }) });
			const fields = mapped({ ...required, preferred_language: '={{ $json.language }}' });
			await bench.run({ ...replace, fields });
			expect(clientRow(ADA)).toMatchObject({ ...required, preferred_language: 'es', email: null });
		});

		it('and sends nothing if Kayse hides it, or if all else is as it should be', async () => {
			const fields = mapped({ ...required, email: '={{ $json.mail }}' });
			const hidden = Object.fromEntries(Object.entries(clientRow(ADA) ?? {}).filter(([name]) => name !== 'email'));
			const path = `/clients/${ADA}`;
			bench.control.fail({ method: 'GET', path, kind: 'status', status: 200, body: hidden });
			const { error } = await bench.run({ ...replace, fields });
			expect(error?.message).toBe(
				'The update was not sent: Kayse does not show "Email" of this client, so the update would empty it',
			);
			await bench.run({ ...replace, fields });
			const { items } = await bench.run({ ...replace, fields });
			expect(items).toMatchObject([{ json: { unchanged: true, email: expect.any(String) } }]);
			expect(bench.requests().filter(({ method }) => method === 'PUT')).toHaveLength(1);
		});

		it('in a case', async () => {
			const given = {
				case_number: 'C-1',
				external_source: 'other',
				external_source_id: 'x-1',
				status: 'open',
				type: 'civil',
			};
			const { court_name } = filledIn(caseRow(9001), ['court_name', 'name']);
			const fields = mapped({ ...given, court_name: '={{ $json.court }}' });
			await bench.run({ resource: 'case', operation: 'update', caseId: 9001, caseUpdateMode: 'replace', fields });
			expect(caseRow(9001)).toMatchObject({ ...given, court_name, name: null });
		});
	});

	it('names the required fields, before anything is sent', async () => {
		const { error } = await bench.run({
			...keep,
			clientId: ADA,
			clientUpdateMode: 'replace',
			fields: mapped({ city: 'X' }),
		});
		expect(error?.message).toBe(
			'"First Name", "Last Name", "External Source", "External Source ID" must be filled in for a client',
		);
		expect(bench.requests()).toEqual([]);
	});
});

describe('update with invalid values', () => {
	it.each<[string, INodeParameters, string]>([
		['no ID', { clientId: 'x', fields: mapped({ city: 'X' }) }, '"Client ID" must be an ID (got "x")'],
		['nothing to change', { clientId: ADA, fields: mapped({ city: ' ' }) }, 'There is nothing to update'],
		[
			'must be a date',
			{ clientId: ADA, fields: mapped({ date_of_birth: '32/01/1990' }) },
			'"Date of Birth" must be a date (got "32/01/1990")',
		],
		[
			'cleared and set',
			{ clientId: ADA, fields: mapped({ city: 'X' }), clearClientUpdateFields: ['city'] },
			'"City" has a value, and Clear Fields would empty it',
		],
		[
			'a required field cleared',
			{ clientId: ADA, clearClientUpdateFields: ['first_name'] },
			'"First Name" cannot be cleared',
		],
		['links without IDs', { clientId: ADA, clientUpdateLinks: 'set', caseIds: ' ' }, '"Case IDs" is empty'],
	])('says so: %s', async (_, parameters, message) => {
		const { error } = await bench.run({ ...keep, ...parameters });
		expect(error?.message).toBe(message);
		expect(bench.requests()).toEqual([]);
	});

	it('names an unknown client', async () => {
		const { error } = await bench.run({ ...keep, clientId: 99, fields: mapped({ city: 'X' }) });
		expect(error?.message).toBe('Kayse has no Client ID "99"');
	});
});

/** Updates of clients and cases by an item each, with the fields that they name. */
const values = {
	city: fc.constantFrom('Trenton', 'Newark', ''),
	email: fc.constantFrom('new@example.org', ''),
	date_of_birth: fc.constantFrom('1980-05-01', ''),
	meta: fc.constantFrom('{"a":1}', ''),
};
const caseValues = {
	name: fc.constantFrom('New name', ''),
	court_date: fc.constantFrom('2031-01-02', ''),
	is_obo: fc.constantFrom(true, false, ''),
	external_source_data: fc.constantFrom('{"b":2}', ''),
};

const clientUpdate = fc.record({
	resource: fc.constant('client'),
	id: fc.constantFrom(401, 402, 403, 407),
	fields: fc.record(values, { requiredKeys: [] }),
	clearFields: fc.subarray(['mobile', 'state', 'address_line1']),
});
const caseUpdate = fc.record({
	resource: fc.constant('case'),
	id: fc.constantFrom(9001, 9002, 9004),
	fields: fc.record(caseValues, { requiredKeys: [] }),
	clearFields: fc.subarray(['description', 'end_date']),
});

/** An opt-out that goes back with its record: Kayse may pass it on to those who share a case with that person. */
function optOutsPassedOn(): Set<string> {
	const reached = new Set(
		bench.state.clients.filter(({ voice_calls_opted_out: optedOut }) => optedOut).map(({ id }) => id),
	);
	for (let before = -1; before < reached.size;) {
		before = reached.size;
		for (const { client_ids } of bench.state.cases)
			if (client_ids.some((id) => reached.has(id))) for (const id of client_ids) reached.add(id);
	}
	return new Set([...reached].map((id) => `clients ${id} voice_calls_opted_out`));
}

describe('any sequence of updates', () => {
	it('changes no field that the user did not name', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.oneof(clientUpdate, caseUpdate), { minLength: 1, maxLength: 6 }),
				fc.boolean(),
				async (updates, showsLinks) => {
					bench.reset();
					bench.control.configureKayse({ getShowsLinks: showsLinks, getShowsOptOuts: showsLinks, rateLimits: false });
					const named = new Set<string>();
					const passedOn = optOutsPassedOn();
					for (const { resource, id, fields, clearFields } of updates) {
						const given = Object.entries(fields).filter(([, value]) => value !== '');
						const object = resource === 'client' ? 'clients' : 'cases';
						for (const [name] of given) named.add(`${object} ${id} ${name}`);
						for (const name of clearFields) named.add(`${object} ${id} ${name}`);
						await bench.run({
							resource,
							operation: 'update',
							[`${resource}Id`]: id,
							fields: mapped(fields),
							[resource === 'client' ? 'clearClientUpdateFields' : 'clearCaseUpdateFields']: clearFields,
						});
					}
					expect(changedFields().filter((change) => !named.has(change) && !passedOn.has(change))).toEqual([]);
				},
			),
			{ numRuns: 25 },
		);
	}, 60_000);

	it('of the same records at once changes no other field either', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(clientUpdate, { minLength: 2, maxLength: 8 }), async (updates) => {
				bench.reset();
				bench.control.configureKayse({ rateLimits: false });
				const items = updates.map(({ id, fields }) => ({ ...fields, clientId: id }));
				await bench.run(
					{ ...keep, clientId: '={{ $json.clientId }}', fields: automatic() },
					{ items, settings: { onError: 'continueRegularOutput' } },
				);
				const expected = new Map<string, unknown>();
				for (const { id, fields } of updates) {
					for (const [name, value] of Object.entries(fields)) {
						if (value !== '') expected.set(`${id} ${name}`, name === 'meta' ? { a: 1 } : value);
					}
				}
				for (const [key, value] of expected) {
					const [id, name = ''] = key.split(' ');
					expect(clientRow(Number(id))).toMatchObject({ [name]: value });
				}
				const named = [...expected.keys()].map((key) => `clients ${key}`);
				expect(changedFields().filter((change) => !named.includes(change))).toEqual([]);
			}),
			{ numRuns: 15 },
		);
	}, 60_000);
});

describe('a case', () => {
	it('does not opt a person out by an update', async () => {
		await bench.run({ resource: 'case', operation: 'update', caseId: 9001, fields: mapped({ status: 'closed' }) });
		expect(caseRow(9001)).toMatchObject({ status: 'closed' });
		expect(changedFields()).toEqual(['cases 9001 status']);
	});
});

describe('Stop', () => {
	it('ends an item that waits for its record because another execution changes it', async () => {
		const parameters = { ...keep, clientId: ADA, fields: mapped({ city: 'Trenton' }) };
		bench.control.fail({ vendor: 'kayse', method: 'GET', path: `/clients/${ADA}`, kind: 'slow', delaySeconds: 60 });
		let stopFirst = () => {};
		let stopSecond = () => {};
		const first = bench.run(parameters, { onStart: (stop) => (stopFirst = stop) });
		await until(() => bench.requests().length === 1);
		const second = bench.run(
			{ ...parameters, clientId: '={{ $json.id }}' },
			{
				items: [{ id: ADA }, { id: 402 }],
				settings: { onError: 'continueErrorOutput' },
				onStart: (stop) => (stopSecond = stop),
			},
		);
		// Both items have begun.
		await until(() => bench.requests('/clients/402').some(({ method, status }) => method === 'PUT' && status === 200));
		stopSecond();
		await second;
		expect(bench.requests(`/clients/${ADA}`)).toHaveLength(1);
		stopFirst();
		await first;
		expect(changedFields()).toEqual(['clients 402 city']);
	});
});
