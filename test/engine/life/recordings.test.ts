import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';

const bench = useKaiCallsBench();

const getRecording = (callId: string, options: INodeParameters = {}) => ({ resource: 'call', operation: 'getRecording', callId: byId(callId), binaryPropertyName: 'data', options });

const recorded = () => bench.state.calls.find(({ recording_url }) => recording_url !== null)?.id ?? '';

async function endedCall(completion: object = {}, endsAfterSeconds = 864_000): Promise<string> {
	bench.control.configureKaiCalls({ endsAfterSeconds, ringsAfterSeconds: 0, answersAfterSeconds: 0 });
	const placed = await bench.run({ resource: 'call', operation: 'create', agentId: byId(bench.state.agents[0]?.id ?? ''), to: '+12025550111' });
	const callId = String(placed.items[0]?.json.id);
	if (endsAfterSeconds === 864_000) await bench.control.completeCall({ callId, ...completion });
	return callId;
}

const links = () => bench.control.recordingRequests().map(({ status }) => status);

describe('Call > Get Recording', () => {
	it('fetches it by a fresh link where the one in the call has expired', async () => {
		bench.control.configureKaiCalls({ callLinks: 'expired' });
		const { items, error } = await bench.run(getRecording(recorded()));
		expect(error?.message).toBeUndefined();
		expect(items[0]?.binary?.data?.mimeType).toBe('audio/wav');
		expect(links()).toEqual([403, 200]);
	});

	it('says what the host says when the fresh link is no better', async () => {
		bench.control.configureKaiCalls({ recordings: 'notFound' });
		expect((await bench.run(getRecording(recorded()))).error?.message).toContain('does not hand it out (status 404)');
		expect(links()).toEqual([404, 404]);
	});

	it('says that it is not ready yet, and waits for it where told to', async () => {
		bench.control.configureKaiCalls({ processingSeconds: 60 });
		const callId = await endedCall();
		const { error } = await bench.run(getRecording(callId));
		expect(error?.message).toBe('The recording of this call is not ready yet');
		expect(error?.description).toContain('Wait For Recording');
		const waited = await bench.run(getRecording(callId, { waitForRecording: 300 }));
		expect(waited.items[0]?.binary?.data?.mimeType).toBe('audio/wav');
	});

	it('waits for the end of the call, too, no longer than told, and not at all for a call that has none', async () => {
		const callId = await endedCall({}, 60);
		expect((await bench.run(getRecording(callId))).error?.message).toContain('no recording yet: it is');
		expect((await bench.run(getRecording(callId, { waitForRecording: 300 }))).items).toHaveLength(1);
		bench.control.configureKaiCalls({ processingSeconds: 86_400 });
		expect((await bench.run(getRecording(await endedCall(), { waitForRecording: 20 }))).error?.message).toContain('not ready yet');
		bench.control.configureKaiCalls({ processingSeconds: 0 });
		const failed = await endedCall({ status: 'failed' });
		const before = bench.requests().length;
		expect((await bench.run(getRecording(failed, { waitForRecording: 300 }))).error?.message).toBe('This call has no recording');
		expect(bench.requests().length - before).toBe(2);
	});

	it.each([-1, 601])('refuses to wait %i seconds', async (waitForRecording) => {
		expect((await bench.run(getRecording(recorded(), { waitForRecording }))).error?.message).toContain('Wait For Recording');
	});
});
