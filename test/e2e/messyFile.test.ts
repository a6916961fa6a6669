import { beforeEach, describe, expect, test } from '@jest/globals';
import { N8nClient } from '../../demo/client';
import { copyExampleData } from '../../demo/workflows';
import { isRecord } from '../../nodes/shared/values/json';
import { control } from './control';
import { Example } from './example';
import { outputOf } from './execution';
import { EXPECTED } from './messyRows';
import { world } from './world';
import { everyOne } from '../support/everyOne';

const TRIGGER = 'When Clicking Execute';
const TABLE = 'Result of Each Row';

type Clients = Awaited<ReturnType<typeof clientsAtKayse>>;

const clientsAtKayse = async () => (await control('kayseState')).clients;

/** Clients that were made or changed, by their external source IDs. */
function changed(before: Clients, after: Clients): Map<string, Clients[number]> {
	const known = new Set(before.map((client) => JSON.stringify(client)));
	return new Map(
		after
			.filter((client) => !known.has(JSON.stringify(client)))
			.map((client) => [String(client.external_source_id), client]),
	);
}

/** Prospects of all accepted requests. */
async function prospectsSent(): Promise<unknown[]> {
	const bodies = (await control('log'))
		.filter(({ route, accepted }) => accepted && route === '/prospects/batch')
		.map(({ body }) => body);
	return bodies.flatMap((body) => (isRecord(body) && Array.isArray(body.prospects) ? body.prospects : []));
}

/** Numbers that KaiCalls has texted. */
const textsSent = async () =>
	(await control('log')).flatMap(({ route, accepted, body }) =>
		accepted && route === '/sms/send' && isRecord(body) ? [body.to] : [],
	);

describe('the example workflow "Messy CSV file to Kayse and Kakiyo"', () => {
	beforeEach(async () => {
		await control('reset');
		await copyExampleData(world.userFolder);
	});

	test('does the clear rows, refuses the others, and reports each of the 60 rows', async () => {
		const client = await N8nClient.login(world.n8nUrl);
		const example = await Example.import(client, 'messy-csv-file-to-kayse-and-kakiyo');
		const before = await clientsAtKayse();

		const execution = await example.run(TRIGGER);

		expect(EXPECTED).toHaveLength(60);
		expect(outputOf(execution, TABLE).map(({ json }) => json)).toEqual(
			EXPECTED.map(({ name, kayse, kakiyo, kaiCalls }, item) => ({
				row: item + 2,
				item,
				name,
				kayse: kayse.says,
				kakiyo: kakiyo.says,
				kaiCalls: kaiCalls.says,
			})),
		);

		// Of a client that several rows are about, the last one says how it is in the end.
		const clients = new Map(
			EXPECTED.flatMap(({ name, kayse }) =>
				kayse.client ? [[kayse.client[0], { name, fields: kayse.client[1] }] as const] : [],
			),
		);
		const after = await clientsAtKayse();
		const changes = changed(before, after);
		expect([...changes.keys()].sort()).toEqual([...clients.keys()].sort());
		expect(after).toHaveLength(before.length + EXPECTED.filter(({ kayse }) => kayse.says === 'done: created').length);
		for (const [id, { name, fields }] of everyOne(clients)) {
			const { mobile = null, date_of_birth = null, city = null, meta = null } = fields;
			const client = changes.get(id);
			expect({ ...client, name: [client?.first_name, client?.last_name].join(' ') }).toMatchObject({
				name,
				mobile,
				date_of_birth,
				city,
				meta,
			});
		}

		const prospects = EXPECTED.flatMap(({ name, kakiyo }) =>
			kakiyo.prospect ? [{ name: name.replace(/ -$/, ''), ...kakiyo.prospect }] : [],
		);
		expect(await prospectsSent()).toEqual(prospects);

		const mayBeTexted = EXPECTED.flatMap(({ kaiCalls }) => kaiCalls.to ?? []);
		const texted = outputOf(execution, TABLE).flatMap(({ json }, item) =>
			json.kaiCalls === 'done: texted' ? [EXPECTED[item]?.kaiCalls.to] : [],
		);
		expect(mayBeTexted).toEqual(expect.arrayContaining(texted));
		expect(await textsSent()).toEqual(texted);
	});
});
