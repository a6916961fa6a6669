import { describe, expect, it } from '@jest/globals';

import { useKaiCallsBench } from '../kaicalls';
import { useHostileServer } from './server';

const server = useHostileServer();
const bench = useKaiCallsBench();

const list = { resource: 'call', operation: 'getAll', returnAll: true, options: { maxRetries: 0 } };

describe('a list whose pages are all within the limit', () => {
	it('is refused if n8n cannot store all its rows, and no further page is requested', async () => {
		const filling = 'x'.repeat(20_000_000);
		server.answer = (_, response) => {
			const page = server.received.length;
			response.writeHead(200, { 'content-type': 'application/json' });
			const calls = [2 * page, 2 * page + 1].map((n) => ({
				id: `call_${n}`,
				created_at: new Date(Date.UTC(2026, 0, 1) - n * 1_000).toISOString(),
				summary: filling,
			}));
			response.end(JSON.stringify({ has_more: true, calls }));
		};
		const { error, items } = await bench.run(list, { baseUrl: server.baseUrl });
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/^The list is too large for n8n: its first 12 rows have 250 MB$/);
		expect(server.received).toHaveLength(7);
	}, 120_000);
});
