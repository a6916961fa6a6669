import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ask, place } from './kaicalls';
import { useReceiver } from './receiver';
import { useSandbox } from './useSandbox';

const to = '+14155550123';
const Recording = z.object({ recording_url: z.string() });

describe('KaiCalls calls whose ends are reported in other ways', () => {
	const sandbox = useSandbox({
		timeScale: 100,
		prepare: ({ control }) =>
			control.configureKaiCalls({
				rateLimits: false,
				endsAfterSeconds: 86_400,
				ringsAfterSeconds: 0,
				answersAfterSeconds: 0,
			}),
	});
	const receiver = useReceiver();

	const read = async (callId: string) => await ask(sandbox, `GET /calls?id=${callId}`);

	it('shows the end of a call later than it reports it', async () => {
		const callId = await place(sandbox, to, { webhook_url: receiver.url });
		sandbox.control.configureKaiCalls({ apiLagSeconds: 86_400 });
		await sandbox.control.completeCall({ callId });
		expect(receiver.bodies()).toMatchObject([{ event: 'call.completed', call_id: callId }]);
		expect((await read(callId)).body).toMatchObject({ status: 'in-progress', duration: null, summary: null });
		sandbox.control.configureKaiCalls({ apiLagSeconds: 0 });
		expect((await read(callId)).body).toMatchObject({ status: 'completed' });
	});

	it('does not know a call yet whose end it has reported', async () => {
		const callId = await place(sandbox, to);
		sandbox.control.configureKaiCalls({ unknownSeconds: 86_400 });
		await sandbox.control.completeCall({ callId });
		expect((await read(callId)).status).toBe(404);
		expect(JSON.stringify((await ask(sandbox, 'GET /calls?limit=100')).body)).not.toContain(callId);
		sandbox.control.configureKaiCalls({ unknownSeconds: 0 });
		expect((await read(callId)).status).toBe(200);
	});

	it('reports twice and late', async () => {
		const callId = await place(sandbox, to, { webhook_url: receiver.url });
		sandbox.control.configureKaiCalls({ callbackTimes: 2, callbackDelaySeconds: 1, callbackRepeatSeconds: 5 });
		expect(await sandbox.control.completeCall({ callId })).toMatchObject([{ status: 200 }, { status: 200 }]);
		const [first, second] = receiver.bodies();
		expect(second).toEqual(first);
	});

	it('has any status that is set', async () => {
		const callId = await place(sandbox, to);
		sandbox.control.configureKaiCalls({ inProgressStatus: 'Answered' });
		expect((await read(callId)).body).toMatchObject({ status: 'Answered' });
		await sandbox.control.completeCall({ callId, apiStatus: 'voicemail', duration: 11 });
		expect((await read(callId)).body).toMatchObject({ status: 'voicemail', duration: 11 });
	});

	it('has links that expire, and makes new ones', async () => {
		const callId = await place(sandbox, to);
		await sandbox.control.completeCall({ callId });
		sandbox.control.configureKaiCalls({ callLinks: 'expired' });
		const statusOf = async (body: unknown) => (await fetch(Recording.parse(body).recording_url)).status;
		expect(await statusOf((await read(callId)).body)).toBe(403);
		expect(await statusOf((await ask(sandbox, `GET /recordings?call_id=${callId}`)).body)).toBe(200);
	});
});
