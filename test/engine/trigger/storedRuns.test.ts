import { createHmac } from 'node:crypto';

import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';

import { useKaiCallsStage } from './kaiCallsStage';
import { useKakiyoStage } from './kakiyoStage';
import { outcomeOf, type IncomingCall, type TriggerStage } from './stage';

const logged = jest.spyOn(Container.get(Logger), 'error');

const ANSWERED = { status: 200, runs: 1 };
const REPEATED = { status: 200, runs: 0 };

/** A database that n8n can write to when the test says so. */
function slowDatabase() {
	let store = () => {};
	let fail = (_reason: Error) => {};
	const written = new Promise<void>((resolve, reject) => {
		store = resolve;
		fail = reject;
	});
	return { storing: async () => await written, store, fail: () => fail(new Error('Timeout waiting for lock')) };
}

const brokenDatabase = async () => {
	throw new Error('Timeout waiting for lock');
};

/** How every trigger waits for n8n to store its runs. */
function waitsForStoredRuns(stage: TriggerStage, newEvent: () => Promise<IncomingCall>): void {
	const outcome = async (call: IncomingCall) => outcomeOf(await stage.call(call));

	/** Until the delivery is answered. @returns the later outcome, and what happens when n8n stores or fails */
	async function answeredBefore(call: IncomingCall) {
		const { storing, store, fail } = slowDatabase();
		let ending = Promise.resolve<unknown>(undefined);
		await new Promise<void>((resolve) => {
			ending = outcome({ ...call, storing, onAnswer: resolve });
		});
		return { store, fail, ended: async () => await ending };
	}

	beforeEach(() => void logged.mockClear());

	it('answers an event when n8n has stored its run, and remembers it after a restart', async () => {
		const call = await newEvent();
		const order: string[] = [];
		const storing = async () => void order.push('stored');
		expect(await outcome({ ...call, storing, onAnswer: () => order.push('answered') })).toEqual(ANSWERED);
		expect(order).toEqual(['stored', 'answered']);
		expect(String(stage.data.seen)).toHaveLength(8);
		expect(await outcome(call)).toEqual(REPEATED);
	});

	it('takes an event again that n8n could not store, although another one was stored since', async () => {
		const [lost, other] = [await newEvent(), await newEvent()];
		const { storing, fail } = slowDatabase();
		const first = outcome({ ...lost, storing });
		expect(await outcome(other)).toEqual(ANSWERED);
		fail();
		expect(await first).toEqual({ status: 500, runs: 1 });
		expect(await outcome(lost)).toEqual(ANSWERED);
		for (const call of [lost, other]) expect(await outcome(call)).toEqual(REPEATED);
		expect(String(stage.data.seen)).toHaveLength(16);
	});

	it('takes an event again and again until n8n can store it', async () => {
		const call = await newEvent();
		for (let times = 0; times < 3; times++)
			expect(await outcome({ ...call, storing: brokenDatabase })).toMatchObject({ status: 500 });
		expect(await outcome(call)).toEqual(ANSWERED);
		expect(await outcome(call)).toEqual(REPEATED);
	});

	it('answers in time when n8n needs long to store the run', async () => {
		const call = await newEvent();
		const { store, ended } = await answeredBefore(call);
		expect(await outcome(call)).toEqual(REPEATED);
		store();
		expect(await ended()).toEqual(ANSWERED);
		expect(logged).not.toHaveBeenCalled();
	});

	it('says in the log when n8n could not store the run of an answered event, and takes it again', async () => {
		const call = await newEvent();
		const { fail, ended } = await answeredBefore(call);
		fail();
		expect(await ended()).toEqual(ANSWERED);
		expect(logged).toHaveBeenCalledWith(
			expect.stringMatching(/started no run: n8n could not store the run, and the delivery had been answered before/),
		);
		expect(await outcome(call)).toEqual(ANSWERED);
	});
}

describe('the Kakiyo Trigger', () => {
	const stage = useKakiyoStage();
	let chats = 0;

	const signed = (): IncomingCall => {
		const body = JSON.stringify({
			event: 'linkedin.message.received',
			timestamp: new Date(stage.vendorNow).toISOString(),
			data: { chatId: `chat_${(chats += 1)}`, message: 'Hi' },
		});
		const secret = String(stage.registered[0]?.secret);
		return { body, headers: { 'x-kakiyo-signature': createHmac('sha256', secret).update(body).digest('hex') } };
	};

	beforeEach(async () => await stage.activate());

	waitsForStoredRuns(stage, async () => signed());

	it('takes an event that comes before n8n has saved the secret, and then n8n has the secret', async () => {
		const saved = { ...stage.data };
		stage.data = {};
		expect(outcomeOf(await stage.call(signed()))).toEqual(ANSWERED);
		expect(stage.data).toEqual({ ...saved, seen: expect.any(String) });
	});
});

describe('the KaiCalls Trigger, which asks the API about each call', () => {
	const stage = useKaiCallsStage({ mode: 'perCall', callEvents: ['call.completed'] });

	waitsForStoredRuns(stage, async () => {
		stage.control.configureKaiCalls({ endsAfterSeconds: 86_400, rateLimits: false });
		const [agent] = stage.control.kaiCallsState().agents;
		const call = { agent_id: agent?.id, to: '+12025550155' };
		const callId = String((await stage.atVendor('POST', '/calls', call)).id);
		await stage.control.completeCall({ callId, status: 'completed' });
		return { body: JSON.stringify({ event: 'call.completed', call_id: callId }) };
	});
});
