import { describe, expect, it } from '@jest/globals';

import { byId, onBench } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { useKakiyoBench } from '../kakiyo';
import { NODES } from './everyNode';
import { useHostileServer } from './server';

const server = useHostileServer();
const kaiCalls = useKaiCallsBench();
const hasty = { options: { maxRetries: 0, maxWait: 0 } };

/** Members of the names by which JavaScript makes a text or a number of an object; JSON may write a letter by its number. */
const OBJECTS = [
	'{"toString":1,"valueOf":1}',
	'{"to\\u0053tring":"x","value\\u004ff":null}',
	'[{"toString":{},"valueOf":[]}]',
];

/** An answer in which everything that anybody reads is such an object. */
const answerOf = (value: string): string => {
	const names = [
		'status',
		'state',
		'code',
		'error',
		'errors',
		'success',
		'ok',
		'message',
		'name',
		'outcome',
		'duration',
		'has_more',
		'total',
		'next_cursor',
	];
	const members = names.map((name) => `"${name}":${value}`).join();
	return `{"id":"a",${members},"data":[{"id":"b",${members}}]}`;
};

describe.each(NODES)(
	'an answer of $name in which objects stand for texts and numbers',
	({ bench: benchOf, reading, ofId }) => {
		const bench = onBench(benchOf());

		it.each(OBJECTS)('is accepted, or refused in words other than those of JavaScript: %s', async (value) => {
			for (const status of [200, 400, 429]) {
				server.says(status, answerOf(value));
				for (const parameters of [reading, ofId('a')]) {
					const { error } = await bench.run({ ...parameters, ...hasty }, { baseUrl: server.baseUrl });
					expect(`${error?.message} ${error?.description}`).not.toMatch(
						/Cannot convert|primitive|is not a function|undefined \(|makers of this node/,
					);
				}
				bench.reset();
			}
		});
	},
);

const kakiyo = useKakiyoBench();

describe('a request that creates a record, with an empty answer', () => {
	it.each<[string, () => ReturnType<typeof kaiCalls.run>]>([
		[
			'KaiCalls, SMS Message > Send',
			async () =>
				await kaiCalls.run(
					{
						resource: 'smsMessage',
						operation: 'send',
						agentId: byId('agent_1'),
						to: '+14155550100',
						message: 'Hello',
						...hasty,
					},
					{ baseUrl: server.baseUrl },
				),
		],
		[
			'Kakiyo, Webhook > Create',
			async () =>
				await kakiyo.run(
					{
						resource: 'webhook',
						operation: 'create',
						name: 'Mine',
						webhookUrl: 'https://me.example/hook',
						events: ['message.received'],
						...hasty,
					},
					{ baseUrl: server.baseUrl },
				),
		],
	])('is neither reported as a success nor lost: %s', async (_, run) => {
		for (const body of ['', 'null', '{}', '[]']) {
			server.received.length = 0;
			server.says(200, body);
			const { error, items } = await run();
			expect(items).toEqual([]);
			expect(error?.message).toContain('The outcome is unknown');
			expect(server.received).toHaveLength(1);
		}
	});
});

describe('a read by POST with an empty answer', () => {
	it.each(['preview', 'validate'])('is not unknown, because it changes nothing: KaiCalls, %s', async (operation) => {
		server.says(200, '');
		const run = '{ "external_ref": "spring-recall", "business_id": "b1" }';
		const { error } = await kaiCalls.run(
			{ resource: 'communicationRun', operation, run, ...hasty },
			{ baseUrl: server.baseUrl },
		);
		expect(error?.message).toBe('KaiCalls sent an empty answer instead of the record');
		expect(error?.description).not.toContain('may not have been carried out');
	});
});

describe('a call with an empty answer of KaiCalls', () => {
	it.each([
		[200, ''],
		[200, 'null'],
		[200, '{}'],
		[200, '[]'],
		[200, '{"data":null}'],
		[204, ''],
	] as const)('is neither reported as a success nor lost: status %i, %j', async (status, body) => {
		server.says(status, body);
		const { error, items } = await kaiCalls.run(
			{ resource: 'call', operation: 'create', agentId: byId('agent_1'), to: '+14155550100', ...hasty },
			{ baseUrl: server.baseUrl },
		);
		expect(items).toEqual([]);
		expect(error?.message).toContain('The outcome is unknown');
		expect(server.received).toHaveLength(1);
	});
});
