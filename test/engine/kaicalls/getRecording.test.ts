import { randomUUID } from 'node:crypto';
import { promises } from 'node:dns';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { isIP, type AddressInfo } from 'node:net';

import { describe, expect, it, jest } from '@jest/globals';
import type { IBinaryData } from 'n8n-workflow';

import { KaiCallsOutreachApi } from '../../../credentials/KaiCallsOutreachApi.credentials';
import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { Bench, byId, onBench } from '../bench';
import type { EntryPoint } from '../engine';

const bench = onBench(
	new Bench({
		node: () => new KaiCalls(),
		credential: () => new KaiCallsOutreachApi(),
		account: ({ kaicalls }) => kaicalls,
	}),
);

const itemWith = (hasRecording: boolean) =>
	bench.control.kaiCallsState().calls.find(({ recording_url }) => (recording_url !== null) === hasRecording)?.id ?? '';

const getRecording = (callId: string, rest: object = {}) => ({
	resource: 'call',
	operation: 'getRecording',
	callId: byId(callId),
	binaryPropertyName: 'data',
	...rest,
});

const recordingRequests = () => bench.control.recordingRequests();

describe('Call > Get Recording', () => {
	it.each<EntryPoint>(['customOperations', 'routing'])(
		'returns the audio as a file, on its item, without the key for its host (through "%s")',
		async (entryPoint) => {
			const id = itemWith(true);
			const { items, error } = await bench.run(getRecording(id), { items: [{}, {}], entryPoint });
			expect(error?.message).toBeUndefined();
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
			const file: IBinaryData | undefined = items[0]?.binary?.data;
			expect(file).toMatchObject({ fileName: `${id}.wav`, mimeType: 'audio/wav', fileType: 'audio' });
			expect(
				Buffer.from(file?.data ?? '', 'base64')
					.subarray(0, 4)
					.toString(),
			).toBe('RIFF');
			expect(items[0]?.json).toMatchObject({ id, status: 'completed', fileName: `${id}.wav`, mimeType: 'audio/wav' });
			expect(recordingRequests()).toMatchObject([
				{ authorization: false, status: 200 },
				{ authorization: false, status: 200 },
			]);
		},
	);

	it('puts it in the field that the user names', async () => {
		const { items } = await bench.run(getRecording(itemWith(true), { binaryPropertyName: 'audio' }));
		expect(Object.keys(items[0]?.binary ?? {})).toEqual(['audio']);
	});

	it('follows a redirect on the same host without the key', async () => {
		bench.control.configureKaiCalls({ recordings: 'redirect' });
		const { items } = await bench.run(getRecording(itemWith(true)));
		expect(items[0]?.binary?.data?.mimeType).toBe('audio/wav');
		expect(recordingRequests().map(({ authorization, status }) => ({ authorization, status }))).toEqual([
			{ authorization: false, status: 302 },
			{ authorization: false, status: 200 },
		]);
	});

	it.each([
		'http://169.254.169.254/latest/meta-data/',
		'https://10.0.0.5/a.wav',
		'https://[::1]/a.wav',
		'http://storage.example.com/a.wav',
		'https://127.0.0.1/a.wav',
		'file:///etc/passwd',
		'https://user:name@localhost./a.wav',
		'https://kubernetes.default.svc/a.wav',
		'https://localhost.localdomain/a.wav',
		'https://fritz.box/a.wav',
		'https://x.private/a.wav',
		'https://168.63.129.16/a.wav',
		'https://[fd00:ec2::254]/a.wav',
		'https://100.100.100.200/a.wav',
	])('does not follow a redirect to %s', async (recordingRedirect) => {
		bench.control.configureKaiCalls({ recordings: 'redirect', recordingRedirect });
		const { error } = await bench.run(getRecording(itemWith(true)));
		expect(error?.message).toContain('is not allowed');
	});

	describe('from a host that is public by its name', () => {
		const whenItResolvesTo = async (...addresses: string[]) => {
			// A name of its own, because n8n keeps DNS answers; its top-level domain is reserved.
			const host = `${randomUUID()}.invalid`;
			const lookup = jest
				.spyOn(promises, 'lookup')
				.mockImplementation((async () =>
					addresses.map((address) => ({ address, family: isIP(address) }))) as unknown as typeof promises.lookup);
			bench.control.configureKaiCalls({ recordings: 'redirect', recordingRedirect: `https://${host}/a.wav` });
			try {
				return (await bench.run(getRecording(itemWith(true)))).error?.message;
			} finally {
				lookup.mockRestore();
			}
		};

		it.each([['169.254.169.254'], ['10.0.0.5'], ['127.0.0.1'], ['::1'], ['8.8.8.8', '192.168.1.1']])(
			'is not fetched when the name resolves to %s',
			async (...addresses) => {
				expect(await whenItResolvesTo(...addresses)).toMatch(/https:\/\/\S+\.invalid, is not allowed/);
			},
		);

		it('is asked for when the name resolves to an address of the internet', async () => {
			expect(await whenItResolvesTo('8.8.8.8')).toContain('could not be fetched');
		});
	});

	/** Fetches a recording whose host sends n8n on to a server that does as it likes. */
	const fetchFrom = async (serve: RequestListener) => {
		const server = createServer(serve).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		bench.control.configureKaiCalls({ recordings: 'redirect', recordingRedirect: `http://127.0.0.1:${port}/a.mp3` });
		try {
			return await bench.run(getRecording(itemWith(true)));
		} finally {
			server.closeAllConnections();
			server.close();
		}
	};

	it('does not return half a recording', async () => {
		const { error, items } = await fetchFrom((_, response) => {
			response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': 1_000_000 });
			response.write(Buffer.alloc(1_000), () => response.destroy());
		});
		expect(error?.message).toContain('no connection to its host, or the connection broke off');
		expect(items).toEqual([]);
	});

	it('stops after too many redirects', async () => {
		let asked = 0;
		const { error } = await fetchFrom((_, response) => {
			asked += 1;
			response.writeHead(302, { location: `/again/${asked}` }).end();
		});
		expect(error?.message).toContain('redirects too often');
		expect(asked).toBeLessThan(10);
	});

	it('takes the file type from the host', async () => {
		const { items } = await fetchFrom((_, response) => {
			response.writeHead(200, { 'content-type': 'audio/ogg; codecs=opus' }).end('OggS');
		});
		expect(items[0]?.binary?.data).toMatchObject({ fileName: `${itemWith(true)}.ogg`, mimeType: 'audio/ogg' });
	});

	it.each(['large', 'largeWithoutLength'] as const)(
		'stops at the size that the user allows (%s)',
		async (recordings) => {
			bench.control.configureKaiCalls({ recordings, largeRecordingBytes: 3 * 1024 * 1024 });
			const { error } = await bench.run(getRecording(itemWith(true), { options: { maxSize: 2 } }));
			expect(error?.message).toContain('larger than 2 MB');
			const { items } = await bench.run(getRecording(itemWith(true), { options: { maxSize: 4 } }));
			expect(items[0]?.binary?.data?.bytes).toBe(3 * 1024 * 1024);
		},
	);

	it('tells an AI agent about the file', async () => {
		const id = itemWith(true);
		expect(String(await bench.tool(getRecording(id))({}))).toContain(`${id}.wav`);
	});

	it('says so when there is no recording, or none yet', async () => {
		const { error } = await bench.run(getRecording(itemWith(false)));
		expect(error?.message).toBe('This call has no recording');
		bench.control.configureKaiCalls({ endsAfterSeconds: 6_000 });
		const agent = bench.control.kaiCallsState().agents[0]?.id ?? '';
		const placed = await bench.run({ resource: 'call', operation: 'create', agentId: byId(agent), to: '+12025550111' });
		const ongoing = await bench.run(getRecording(String(placed.items[0]?.json.id)));
		expect(ongoing.error?.message).toContain('no recording yet');
	});

	it('says so when the host no longer has it, and goes on with On Error = Continue', async () => {
		bench.control.configureKaiCalls({ recordings: 'notFound' });
		const { items } = await bench.run(getRecording(itemWith(true)), { settings: { onError: 'continueRegularOutput' } });
		expect(items).toMatchObject([
			{
				json: { error: expect.stringContaining('refused to send it (status 404)'), details: { httpCode: '404' } },
				pairedItem: { item: 0 },
			},
		]);
	});
});
