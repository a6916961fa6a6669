import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { until } from '../../support/eventually';

const bench = useKaiCallsBench();

const getRecording = (callId: string, options: INodeParameters = {}) => ({
	resource: 'call',
	operation: 'getRecording',
	callId: byId(callId),
	binaryPropertyName: 'data',
	options,
});

const recorded = () => bench.state.calls.find(({ recording_url }) => recording_url !== null)?.id ?? '';

async function endedCall(completion: object = {}, endsAfterSeconds = 864_000): Promise<string> {
	bench.control.configureKaiCalls({ endsAfterSeconds, ringsAfterSeconds: 0, answersAfterSeconds: 0 });
	const placed = await bench.run({
		resource: 'call',
		operation: 'create',
		agentId: byId(bench.state.agents[0]?.id ?? ''),
		to: '+12025550111',
	});
	const callId = String(placed.items[0]?.json.id);
	if (endsAfterSeconds === 864_000) await bench.control.completeCall({ callId, ...completion });
	return callId;
}

const links = () => bench.control.recordingRequests().map(({ status }) => status);

describe('Call > Get Recording', () => {
	it('fetches it by a fresh link if the one in the call has expired', async () => {
		bench.control.configureKaiCalls({ callLinks: 'expired' });
		const { items, error } = await bench.run(getRecording(recorded()));
		expect(error?.message).toBeUndefined();
		expect(items[0]?.binary?.data?.mimeType).toBe('audio/wav');
		expect(links()).toEqual([403, 200]);
	});

	it('shows the host’s words when the new link fails, too', async () => {
		bench.control.configureKaiCalls({ recordings: 'notFound' });
		expect((await bench.run(getRecording(recorded()))).error?.message).toContain('refused to send it (status 404)');
		expect(links()).toEqual([404, 404]);
	});

	it('says that it is not ready yet, or waits for it if the option says so', async () => {
		bench.control.configureKaiCalls({ processingSeconds: 60 });
		const callId = await endedCall();
		const { error } = await bench.run(getRecording(callId));
		expect(error?.message).toBe('The recording of this call is not ready yet');
		expect(error?.description).toContain('Wait For Recording');
		const waited = await bench.run(getRecording(callId, { waitForRecording: 300 }));
		expect(waited.items[0]?.binary?.data?.mimeType).toBe('audio/wav');
	});

	it('waits for the end of the call, too, no longer than the option says, and not for a call without a recording', async () => {
		const callId = await endedCall({}, 60);
		expect((await bench.run(getRecording(callId))).error?.message).toContain('no recording yet: it is');
		expect((await bench.run(getRecording(callId, { waitForRecording: 300 }))).items).toHaveLength(1);
		bench.control.configureKaiCalls({ processingSeconds: 86_400 });
		expect((await bench.run(getRecording(await endedCall(), { waitForRecording: 20 }))).error?.message).toContain(
			'not ready yet',
		);
		bench.control.configureKaiCalls({ processingSeconds: 0 });
		const failed = await endedCall({ status: 'failed' });
		const before = bench.requests().length;
		expect((await bench.run(getRecording(failed, { waitForRecording: 300 }))).error?.message).toBe(
			'This call has no recording',
		);
		expect(bench.requests().length - before).toBe(2);
	});

	it.each([-1, 601])('refuses to wait %i seconds', async (waitForRecording) => {
		expect((await bench.run(getRecording(recorded(), { waitForRecording }))).error?.message).toContain(
			'Wait For Recording',
		);
	});
});

describe('Call > Get Recording from a host that does not return it at once', () => {
	let host: Server | undefined;

	afterEach(() => {
		host?.close();
		host = undefined;
	});

	/** Has the call's link lead to a host of its own; returns how often that was asked. */
	async function linkLeadsTo(listener: (asked: number) => RequestListener): Promise<() => number> {
		let asked = 0;
		const listening = createServer((request, response) => listener(++asked)(request, response));
		host = listening;
		await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
		const link = `http://127.0.0.1:${(listening.address() as AddressInfo).port}/recording.wav`;
		bench.control.fail({
			method: 'GET',
			path: '/calls',
			kind: 'status',
			status: 200,
			body: { id: recorded(), status: 'completed', duration: 9, recording_url: link },
			times: 20,
		});
		return () => asked;
	}

	const audio: RequestListener = (_, response) =>
		void response.writeHead(200, { 'content-type': 'audio/wav' }).end(Buffer.from('RIFF\0\0'));

	const NO_RECORDINGS: Array<[string, string, string]> = [
		['a page to sign in', 'text/html', '<html>Please sign in</html>'],
		['a page that is said to be audio', 'audio/wav', '\n<!doctype html><html></html>'],
		['an error as JSON', 'application/json', '{"error":"not ready"}'],
		['an error as JSON of no type', '', '{"error":"not ready"}'],
		['an error as XML', 'application/xml', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'],
		['an error in words', 'text/plain', 'Not found'],
		['nothing', 'audio/wav', ''],
	];

	it.each(NO_RECORDINGS)('returns no recording if the host sends %s', async (_, type, body) => {
		await linkLeadsTo(
			() => (__, response) => void response.writeHead(200, type === '' ? {} : { 'content-type': type }).end(body),
		);
		const { items, error } = await bench.run(getRecording(recorded()));
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/The host of the recording sent something else/);
	});

	it.each(NO_RECORDINGS)('waits, if the option says so, while the host sends %s', async (_, type, body) => {
		await linkLeadsTo((asked) =>
			asked > 2
				? audio
				: (__, response) => void response.writeHead(200, type === '' ? {} : { 'content-type': type }).end(body),
		);
		const { items, error } = await bench.run(getRecording(recorded(), { waitForRecording: 300 }));
		expect([error?.message, items.length]).toEqual([undefined, 1]);
	});

	it('accepts audio that its host declares as text', async () => {
		await linkLeadsTo(
			() => (_, response) =>
				void response.writeHead(200, { 'content-type': 'text/plain' }).end(Buffer.from('RIFF\0\0')),
		);
		expect((await bench.run(getRecording(recorded()))).items[0]?.binary?.data?.mimeType).toBe('audio/wav');
	});

	it.each([202, 204, 403, 404])('waits, if the option says so, while the host answers %i', async (status) => {
		await linkLeadsTo((asked) => (asked > 2 ? audio : (_, response) => void response.writeHead(status).end()));
		const { items, error } = await bench.run(getRecording(recorded(), { waitForRecording: 300 }));
		expect([error?.message, items.length]).toEqual([undefined, 1]);
	});

	it.each([429, 500, 502, 503])('tries again after %i, like every read', async (status) => {
		const asked = await linkLeadsTo((time) =>
			time > 1 ? audio : (_, response) => void response.writeHead(status, { 'retry-after': '1' }).end(),
		);
		const { items, error } = await bench.run(getRecording(recorded()));
		expect([error?.message, items.length, asked()]).toEqual([undefined, 1, 2]);
	});

	const breaksOff: RequestListener = ({ socket }) => void socket.destroy();

	it('tries again after a cut connection', async () => {
		const asked = await linkLeadsTo((time) => (time > 1 ? audio : breaksOff));
		expect((await bench.run(getRecording(recorded()))).items).toHaveLength(1);
		expect(asked()).toBe(2);
	});

	it('tries no more often than Max Retries says', async () => {
		const asked = await linkLeadsTo(() => breaksOff);
		expect((await bench.run(getRecording(recorded(), { maxRetries: 1 }))).error?.message).toContain(
			'could not be fetched',
		);
		expect(asked()).toBe(2);
	});

	it('waits for a fresh link, if the option says so, or says that it is not ready', async () => {
		bench.control.configureKaiCalls({ callLinks: 'expired' });
		const processing = () =>
			bench.control.fail({
				method: 'GET',
				path: '/recordings',
				kind: 'status',
				status: 200,
				body: { status: 'processing', recording_url: null },
			});
		processing();
		expect((await bench.run(getRecording(recorded()))).error?.message).toBe(
			'The recording of this call is not ready yet',
		);
		processing();
		const { items, error } = await bench.run(getRecording(recorded(), { waitForRecording: 300 }));
		expect([error?.message, items.length]).toEqual([undefined, 1]);
	});

	it('waits for a file that its link does not have yet', async () => {
		bench.control.configureKaiCalls({ recordings: 'notFound' });
		const running = bench.run(getRecording(recorded(), { waitForRecording: 300 }));
		await until(() => bench.control.recordingRequests().length >= 2);
		bench.control.configureKaiCalls({ recordings: 'audio' });
		const { items, error } = await running;
		expect([error?.message, items.length]).toEqual([undefined, 1]);
	});

	it('waits for the recording of a call that failed after 95 seconds, and does not say that the call had no answer', async () => {
		const callId = await endedCall({ status: 'failed', duration: 95 });
		bench.control.fail({
			method: 'GET',
			path: '/recordings',
			kind: 'status',
			status: 404,
			body: { error: 'not_found' },
			times: 2,
		});
		const before = bench.requests().length;
		const { error } = await bench.run(getRecording(callId, { waitForRecording: 5 }));
		expect(bench.requests().length - before).toBeGreaterThan(2);
		expect(error?.description).not.toContain('nobody answered');
	});
});
