import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { useKakiyoBench } from '../kakiyo';
import { useHostileServer } from './server';

const bench = useKakiyoBench();
const server = useHostileServer();

const get = { resource: 'agent', operation: 'get', agentId: byId('agent_1'), options: { maxRetries: 0 } };
const register = { resource: 'webhook', operation: 'create', name: 'Mine', url: 'https://me.example/hook', events: ['message.received'] };

const spelled = (secret: string): string[] => [
	secret,
	secret.toUpperCase(),
	JSON.stringify(secret).slice(1, -1),
	encodeURIComponent(secret),
	Buffer.from(secret).toString('base64'),
	Buffer.from(`Bearer ${secret}`).toString('base64').slice(11),
];

describe('a secret that a vendor quotes', () => {
	it('is in no error, however it is written: the key', async () => {
		const key = String(bench.credential().data.apiKey);
		for (const status of [400, 401, 403, 404, 500]) {
			for (const text of spelled(key)) {
				server.says(status, JSON.stringify({ error: `code_${text}`, message: `Wrong: ${text}`, details: [{ field: text, message: text }] }));
				expect(JSON.stringify(await bench.run(get, { baseUrl: server.baseUrl }))).not.toContain(text);
			}
		}
	});

	it('is in no item when a success echoes the headers of the request', async () => {
		server.answer = ({ headers }, response) => response.end(JSON.stringify({ id: 'agent_1', headers, line: `authorization: ${headers.authorization}`, packed: Buffer.from(`x:${headers.authorization}`).toString('base64') }));
		const { items, run } = await bench.run(get, { baseUrl: server.baseUrl });
		const key = String(bench.credential().data.apiKey);
		expect(items).toHaveLength(1);
		expect(items[0]?.json).toMatchObject({ id: 'agent_1', headers: { authorization: 'Bearer ***' } });
		expect(JSON.stringify(run)).not.toContain(key);
		expect(Buffer.from(String(items[0]?.json.packed), 'base64').toString()).not.toContain(key.slice(4));
	});

	it.each([400, 200])('is in no error when it is the one that a webhook is signed with (status %i)', async (status) => {
		let secret = '';
		server.answer = (request, response) => {
			let body = '';
			request.on('data', (chunk) => (body += chunk));
			request.on('end', () => {
				secret = String(JSON.parse(body || '{}').secret ?? '');
				response.writeHead(status).end(JSON.stringify({ error: 'bad_secret', message: `The secret "${secret}" is no good` }));
			});
		};
		const { error } = await bench.run({ ...register, additionalFields: { secret: 'sh"r/t-own' } }, { baseUrl: server.baseUrl });
		expect(secret).toBe('sh"r/t-own');
		expect(`${error?.message} ${error?.description} ${JSON.stringify(error?.context)}`).not.toContain('sh"r');
		expect(error?.description).toContain('"***" is no good');
	});
});
