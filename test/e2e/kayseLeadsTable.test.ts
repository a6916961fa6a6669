import { beforeEach, describe, expect, test } from '@jest/globals';

import { N8nClient } from '../../demo/client';
import { readLeadsTable } from '../../demo/workflows';
import { control } from './control';
import { LeadsTable } from './leadsTable';
import { world } from './world';

/** An empty cell of a table may be null or empty. */
const NO_ID: unknown = expect.not.stringMatching(/\S/);

describe('the example workflow "Leads in a table to Kayse"', () => {
	let client: N8nClient;

	beforeEach(async () => {
		await control('reset');
		client = await N8nClient.login(world.n8nUrl);
	});

	test('writes the records at Kayse into the table, also for an unfinished lead, and continues from there', async () => {
		const table = await LeadsTable.publish(client, world.n8nUrl, world.credentials, await readLeadsTable());
		expect(await table.ended(await table.start())).toBe('success');
		const rows = await table.rows();
		const { clients, cases } = await control('kayseState');
		const idOf = (records: Array<{ id: number; [field: string]: unknown }>, row: Record<string, unknown>) =>
			records.find(({ external_source_id }) => external_source_id === row.external_source_id)?.id;
		expect(rows.map(({ client_id, case_id }) => [Number(client_id), Number(case_id)])).toEqual(
			rows.map((row) => [idOf(clients, row) ?? 0, idOf(cases, row) ?? 0]),
		);
		const nameless = rows.find(({ external_source_id }) => external_source_id === 'web-1003');
		const refused = rows.find(({ external_source_id }) => external_source_id === 'web-1006');
		expect(nameless).toMatchObject({
			client_id: NO_ID,
			taken_in: '',
			problem: expect.stringMatching(/^"Last Name" of the client is missing/),
		});
		expect(refused).toMatchObject({
			case_id: NO_ID,
			taken_in: '',
			problem: expect.stringMatching(/^The case was not done/),
		});
		expect(rows.filter(({ taken_in }) => taken_in)).toHaveLength(6);

		expect(await table.ended(await table.start())).toBe('success');
		const again = await control('kayseState');
		expect([again.clients.length, again.cases.length]).toEqual([clients.length, cases.length]);
	});
});
