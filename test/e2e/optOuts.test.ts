import { beforeEach, describe, expect, test } from '@jest/globals';
import { N8nClient } from '../../demo/client';
import { chooseClients } from '../../demo/kayseClients';
import { control } from './control';
import { Example } from './example';
import { outputOf } from './execution';
import { world } from './world';

const NODES = {
	trigger: 'Every Night at 2',
	recent: 'Opted Out in the Last 7 Days',
	optedOut: 'Clients Opted Out',
	notOptedOut: 'Clients Not Opted Out',
} as const;

/** An ID that no client has. */
const UNKNOWN_CLIENT = 999_999;

/** Clients who may be called and share no case with another client: Kayse would pass the opt-out on to that client. */
async function clientsOnTheirOwn(): Promise<number[]> {
	const { clients, cases } = await control('kayseState');
	const shared = cases.filter(({ client_ids }) => client_ids.length > 1).flatMap(({ client_ids }) => client_ids);
	return clients
		.filter(({ id, voice_calls_opted_out }) => !voice_calls_opted_out && !shared.includes(id))
		.map(({ id }) => id);
}

describe('the example workflow "Nightly sync of opt-outs"', () => {
	let client: N8nClient;

	beforeEach(async () => {
		await control('reset');
		client = await N8nClient.login(world.n8nUrl);
	});

	/** Runs the example, with these clients for its made-up ones. */
	const night = async (clientIds: number[]) => {
		const example = await Example.import(client, 'nightly-sync-of-opt-outs', {}, (workflow) =>
			chooseClients(workflow, clientIds),
		);
		return await example.run(NODES.trigger);
	};

	test('opts out exactly who asked for it lately, and changes nothing else', async () => {
		const [today = 0, lastWeek = 0, longAgo = 0] = await clientsOnTheirOwn();
		const execution = await night([today, UNKNOWN_CLIENT, lastWeek, longAgo]);

		expect(outputOf(execution, NODES.optedOut).map(({ json }) => [json.id, json.action])).toEqual([
			[today, 'updated'],
			[lastWeek, 'updated'],
		]);
		expect(outputOf(execution, NODES.notOptedOut).map(({ json }) => json)).toMatchObject([
			{
				client_id: UNKNOWN_CLIENT,
				opted_out_on: expect.any(String),
				error: expect.stringContaining(String(UNKNOWN_CLIENT)),
			},
		]);
		const optedOut = {
			object: 'clients',
			action: 'update',
			field: 'voice_calls_opted_out',
			before: false,
			after: true,
		};
		const audit = await control('kayseAudit');
		expect(audit.map(({ at: _, ...entry }) => entry)).toEqual([
			{ ...optedOut, id: today },
			{ ...optedOut, id: lastWeek },
		]);

		await night([today, UNKNOWN_CLIENT, lastWeek, longAgo]);
		expect(await control('kayseAudit')).toEqual(audit);
	});

	test('as imported, opts no person out', async () => {
		const execution = await night([]);

		expect(outputOf(execution, NODES.optedOut)).toEqual([]);
		const refused = outputOf(execution, NODES.notOptedOut);
		expect(refused.length).toBeGreaterThan(0);
		expect(refused).toHaveLength(outputOf(execution, NODES.recent).length);
		expect(await control('kayseAudit')).toEqual([]);
	});
});
