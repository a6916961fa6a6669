import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { useKakiyoBench } from '../kakiyo';
import { useHostileServer } from './server';
import { everyOne } from '../../support/everyOne';

const bench = useKakiyoBench();
const kaiCalls = useKaiCallsBench();
const server = useHostileServer();

const get = { resource: 'agent', operation: 'get', agentId: byId('agent_1'), options: { maxRetries: 0 } };
const register = {
	resource: 'webhook',
	operation: 'create',
	name: 'Mine',
	webhookUrl: 'https://me.example/hook',
	events: ['message.received'],
};

const spelled = (secret: string): string[] => [
	secret,
	secret.toUpperCase(),
	JSON.stringify(secret).slice(1, -1),
	encodeURIComponent(secret),
	Buffer.from(secret).toString('base64'),
	Buffer.from(`Bearer ${secret}`).toString('base64').slice(11),
];

describe('a secret that a vendor quotes', () => {
	it('is in no error in any spelling: the key', async () => {
		const key = String(bench.credential().data.apiKey);
		for (const status of [400, 401, 403, 404, 500]) {
			for (const text of everyOne(spelled(key))) {
				server.says(
					status,
					JSON.stringify({
						error: `code_${text}`,
						message: `Wrong: ${text}`,
						details: [{ field: text, message: text }],
					}),
				);
				expect(JSON.stringify(await bench.run(get, { baseUrl: server.baseUrl }))).not.toContain(text);
			}
		}
	});

	it('is in no item when a success echoes the headers of the request', async () => {
		server.answer = ({ headers }, response) =>
			response.end(
				JSON.stringify({
					id: 'agent_1',
					headers,
					line: `authorization: ${headers.authorization}`,
					packed: Buffer.from(`x:${headers.authorization}`).toString('base64'),
				}),
			);
		const { items, run } = await bench.run(get, { baseUrl: server.baseUrl });
		const key = String(bench.credential().data.apiKey);
		expect(items).toHaveLength(1);
		expect(items[0]?.json).toMatchObject({ id: 'agent_1', headers: { authorization: 'Bearer ***' } });
		expect(JSON.stringify(run)).not.toContain(key);
		expect(Buffer.from(String(items[0]?.json.packed), 'base64').toString()).not.toContain(key.slice(4));
	});

	it.each([400, 200])('is in no error if it is the secret of a webhook (status %i)', async (status) => {
		let secret = '';
		server.answer = (request, response) => {
			let body = '';
			request.on('data', (chunk) => (body += chunk));
			request.on('end', () => {
				secret = String(JSON.parse(body || '{}').secret ?? '');
				response
					.writeHead(status)
					.end(JSON.stringify({ error: 'bad_secret', message: `The secret "${secret}" is no good` }));
			});
		};
		const { error } = await bench.run(
			{ ...register, additionalFields: { secret: 'sh"r/t-own' } },
			{ baseUrl: server.baseUrl },
		);
		expect(secret).toBe('sh"r/t-own');
		expect(`${error?.message} ${error?.description} ${JSON.stringify(error?.context)}`).not.toContain('sh"r');
		expect(error?.description).toContain('"***" is no good');
	});

	describe.each([
		['a zero-width space', '\u200b'],
		['a soft hyphen', '\u00ad'],
		['BEL', '\u0007'],
		['a byte order mark', '\ufeff'],
	])('with %s after every few characters, which the vendor leaves out when it quotes', (_, unseen) => {
		const parted = (key: string) => key.replace(/.{4}/g, `$&${unseen}`);
		const seen = (value: unknown) => JSON.stringify(value).replace(/\\u[0-9a-f]{4}|[\p{Cf}\p{Cc}]/gu, '');

		it('is in no error that the node makes of a success (Kakiyo, Agent > Delete)', async () => {
			const key = String(bench.credential().data.apiKey);
			server.says(200, JSON.stringify({ deleted: false, message: `because ${parted(key)}` }));
			const { error, run } = await bench.run(
				{ ...get, operation: 'delete', agentIdToDelete: get.agentId },
				{ baseUrl: server.baseUrl },
			);
			expect(error?.message).toContain('not deleted');
			expect(seen(run)).not.toContain(key);
		});

		it('is in no error, and in no item (KaiCalls, Call > Get Recording and Get)', async () => {
			const key = String(kaiCalls.credential().data.apiKey);
			server.says(
				200,
				JSON.stringify({
					id: 'call_1',
					status: `failed ${parted(key)}`,
					ended_reason: parted(key),
					error: { code: parted(key) },
					[parted(key)]: 1,
				}),
			);
			for (const operation of ['get', 'getRecording']) {
				const { run } = await kaiCalls.run(
					{
						resource: 'call',
						operation,
						callId: byId('call_1'),
						binaryPropertyName: 'data',
						simplify: false,
						options: { maxRetries: 0 },
					},
					{ baseUrl: server.baseUrl },
				);
				expect(seen(run)).not.toContain(key);
			}
		});

		it('is not in the answer to a model', async () => {
			const key = String(kaiCalls.credential().data.apiKey);
			server.says(
				200,
				JSON.stringify({ id: 'call_1', status: 'completed', summary: `Said ${parted(key)}`, transcript: parted(key) }),
			);
			const answer = await kaiCalls.tool(
				{ resource: 'call', operation: 'get' },
				{ baseUrl: server.baseUrl },
			)({ call_id: 'call_1' });
			expect(JSON.stringify(answer)).toContain('call_1');
			expect(seen(answer)).not.toContain(key);
		});
	});
});
