import { beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ask, lastSeedCall } from './kaicalls';
import { useSandbox } from './useSandbox';

const withRecording = z.object({ recording_url: z.string() }).passthrough();

describe('the recording host of KaiCalls', () => {
	const sandbox = useSandbox();
	let url: string;
	beforeEach(async () => {
		url = withRecording.parse(
			(await ask(sandbox, `GET /recordings?call_id=${lastSeedCall.replace('130', '129')}`)).body,
		).recording_url;
	});

	const requests = () => sandbox.control.recordingRequests();

	it('is another origin and serves a WAV file', async () => {
		expect(new URL(url).origin).toBe(sandbox.kaicalls.recordingOrigin);
		expect(new URL(url).origin).not.toBe(sandbox.origin);
		const response = await fetch(url);
		const file = Buffer.from(await response.arrayBuffer());
		expect([response.status, response.headers.get('content-type')]).toEqual([200, 'audio/wav']);
		expect(response.headers.get('content-length')).toBe(String(file.length));
		expect([file.toString('latin1', 0, 4), file.toString('latin1', 8, 16), file.readUInt32LE(4)]).toEqual([
			'RIFF',
			'WAVEfmt ',
			file.length - 8,
		]);
	});

	it('notes whether a request had a key', async () => {
		await fetch(url);
		await fetch(url, { headers: { authorization: 'Bearer leaked' } });
		expect(requests()).toMatchObject([
			{ method: 'GET', path: new URL(url).pathname, authorization: false, status: 200 },
			{ authorization: true, status: 200 },
		]);
		expect(JSON.stringify(requests())).not.toContain('leaked');
	});

	it('refuses a link without its token', async () => {
		expect((await fetch(url.replace(/token=.*/, 'token=no'))).status).toBe(403);
	});

	it.each(['large', 'largeWithoutLength'] as const)('serves a %s file', async (recordings) => {
		const largeRecordingBytes = 300_000;
		sandbox.control.configureKaiCalls({ recordings, largeRecordingBytes });
		const response = await fetch(url);
		expect(response.headers.get('content-length')).toBe(recordings === 'large' ? '300000' : null);
		expect((await response.arrayBuffer()).byteLength).toBe(largeRecordingBytes);
	});

	it('redirects, and has no file, on demand', async () => {
		sandbox.control.configureKaiCalls({ recordings: 'redirect' });
		const moved = await fetch(url);
		expect([moved.redirected, moved.status, requests().length]).toEqual([true, 200, 2]);
		sandbox.control.configureKaiCalls({ recordings: 'redirect', recordingRedirect: 'http://127.0.0.1:1/elsewhere' });
		expect((await fetch(url, { redirect: 'manual' })).headers.get('location')).toBe('http://127.0.0.1:1/elsewhere');
		sandbox.control.configureKaiCalls({ recordings: 'notFound' });
		expect((await fetch(url)).status).toBe(404);
	});
});
