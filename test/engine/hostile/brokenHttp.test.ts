import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';

import { byId, onBench } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { NODES } from './everyNode';

const kaiCalls = useKaiCallsBench();

const hasty = { options: { maxRetries: 0, maxWait: 0 } };
const create = { resource: 'call', operation: 'create', agentId: byId('agent_1'), to: '+14155550100', ...hasty };

let [answer, arrived] = ['', 0];
let server: Server;
let baseUrl: string;

beforeAll(async () => {
	server = createServer((socket) => {
		socket.on('error', () => {});
		socket.once('data', () => {
			arrived += 1;
			socket.end(answer, 'latin1');
		});
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});

afterAll(() => {
	server.close();
});

const packedAs = (encoding: string) =>
	`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: ${encoding}\r\nContent-Length: 12\r\n\r\nnot packed!!`;

const BROKEN: Array<[string, string]> = [
	['gzip that is none', packedAs('gzip')],
	['deflate that is none', packedAs('deflate')],
	['Brotli that is none', packedAs('br')],
	['Zstandard that is none', packedAs('zstd')],
	['a head without end', `HTTP/1.1 200 OK\r\nX-Long: ${'a'.repeat(100_000)}\r\n\r\n{}`],
	['no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n\r\n'],
	['a length that is no number', 'HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}'],
	['nothing', ''],
];

/** As Node.js and its libraries name a fault. */
const CODE = /\b(?:[A-Z]+_[A-Z_]+|ZSTD_\w+|E[A-Z]{4,})\b/;

describe.each(NODES)('a broken answer to $name', ({ bench: benchOf, reading }) => {
	const bench = onBench(benchOf());

	it.each(BROKEN)('is reported in words, not in codes: %s', async (_what, raw) => {
		answer = raw;
		const { error } = await bench.run({ ...reading, ...hasty }, { baseUrl });
		expect(error?.message).toContain('could not be reached');
		expect(`${error?.message} ${error?.description}`).not.toMatch(CODE);
	});
});

describe('a call that is answered with a status that does not exist', () => {
	it.each(['000', '099', '600', '999'])('is unknown, and Retry rings no second time: %s', async (status) => {
		[answer, arrived] = [`HTTP/1.1 ${status} What\r\nContent-Length: 2\r\n\r\n{}`, 0];
		const first = await kaiCalls.run(create, { baseUrl });
		expect(first.error?.message).toContain('outcome is unknown');
		await kaiCalls.retry(create, first, { baseUrl });
		expect(arrived).toBe(1);
	});
});
