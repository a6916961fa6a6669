import { createHmac } from 'node:crypto';

import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';

import { SPELLINGS, UNREADABLE } from './spellings';
import { useKakiyoStage } from './kakiyoStage';
import type { Answer, IncomingCall } from './stage';

const stage = useKakiyoStage();

const sign = (body: string | Buffer, secret = String(stage.data.secret)) =>
	createHmac('sha256', secret).update(body).digest('hex');

const signed = (body: string | Buffer, signature = sign(body)): IncomingCall => ({
	body,
	headers: { 'x-kakiyo-signature': signature },
});

const event = (change: Record<string, unknown> = {}) =>
	JSON.stringify({
		event: 'linkedin.message.received',
		teamId: 'team_1',
		timestamp: new Date(stage.vendorNow).toISOString(),
		data: { agentId: 'agent_1', campaignId: 'campaign_001', chatId: 'chat_1', message: 'Grüße – 你好 🙂' },
		...change,
	});

const itemsOf = ({ result }: Answer) => result.workflowData?.flat().map(({ json }) => json);

/** 200 and no run. */
const expectIgnored = (answer: Answer) => {
	expect(itemsOf(answer)).toBeUndefined();
	expect(answer).toMatchObject({ status: 200, result: { noWebhookResponse: true } });
};

/** 401 and no run. */
const expectRefused = (answer: Answer) => {
	expect(itemsOf(answer)).toBeUndefined();
	expect(answer).toMatchObject({ status: 401, result: { noWebhookResponse: true } });
};

const logged = jest.spyOn(Container.get(Logger), 'warn');

beforeEach(async () => {
	await stage.activate();
	logged.mockClear();
});

describe('a delivery', () => {
	it('that is signed starts a run with the unchanged body', async () => {
		const body = event({ unheard: { of: [1, null, 'x'] } });
		const answer = await stage.call(signed(body));
		expect(itemsOf(answer)).toEqual([JSON.parse(body)]);
		expect(answer.status).toBe(200);
		const prefixed = event({ teamId: 'team_2' });
		expect(itemsOf(await stage.call(signed(prefixed, `sha256=${sign(prefixed)}`)))).toEqual([JSON.parse(prefixed)]);
	});

	it('that is not signed, or by somebody else, is refused', async () => {
		const body = event();
		expectRefused(await stage.call({ body }));
		expectRefused(await stage.call(signed(body, sign(body, 'guess'))));
		expectRefused(await stage.call(signed(`${body} `, sign(body))));
		expectRefused(await stage.call({ ...signed(body), isGone: true }));
	});

	it('is refused when the secret is lost', async () => {
		const call = signed(event());
		await stage.hook('delete');
		stage.data = {};
		expectRefused(await stage.call(call));
		expectRefused(await stage.call(signed(event(), sign(event(), ''))));
	});

	it.each(['{}', '{"event":7}', '{"event":{"toString":1,"valueOf":1}}'])(
		'that is signed but names no event, %p, is accepted and starts no run, with a line in the log',
		async (body) => {
			expectIgnored(await stage.call(signed(body)));
			expect(logged).toHaveBeenCalledWith('A signed delivery of Kakiyo started no run: it names no event');
		},
	);

	it.each(SPELLINGS)('that is signed is read in any form: %s', async (_how, spelled, contentType) => {
		const json = event();
		expect(itemsOf(await stage.call({ ...signed(spelled(json)), contentType }))).toEqual([JSON.parse(json)]);
		expect(logged).not.toHaveBeenCalled();
	});

	it.each(UNREADABLE)(
		'that is signed and cannot be read, %p, does not count as received: an error for Kakiyo, a line in the log',
		async (body) => {
			const answer = await stage.call(signed(body));
			expect(itemsOf(answer)).toBeUndefined();
			expect(answer.status).toBe(400);
			expect(logged).toHaveBeenCalledWith(expect.stringContaining('cannot be read'), {
				contentType: 'application/json',
				bytes: body.length,
			});
		},
	);

	it('that is not signed leaves no line in the log, with any content', async () => {
		expectRefused(await stage.call({ body: 'no JSON' }));
		expect(logged).not.toHaveBeenCalled();
	});
});

describe('an event that is not selected gets 200 and starts no run', () => {
	it('by event', async () => expectIgnored(await stage.call(signed(event({ event: 'linkedin.message.sent' })))));

	it('by campaign and agent', async () => {
		stage.parameters = { events: ['*'], filters: { campaigns: ['campaign_001'], agents: ['agent_1'] } };
		expect(itemsOf(await stage.call(signed(event())))).toHaveLength(1);
		expectIgnored(await stage.call(signed(event({ data: { campaignId: 'campaign_002', agentId: 'agent_1' } }))));
		expectIgnored(await stage.call(signed(event({ data: { campaignId: 'campaign_001', agentId: 'agent_2' } }))));
	});

	const at = (seconds: number) =>
		signed(event({ timestamp: new Date(stage.vendorNow + seconds * 1000).toISOString() }));

	it('by age, when a delivery comes again more than a day later, remembered or not', async () => {
		expect(itemsOf(await stage.call(at(-80_000)))).toHaveLength(1);
		expect(itemsOf(await stage.call(at(80_000)))).toHaveLength(1);
		expectIgnored(await stage.call(at(-90_000)));
		expectIgnored(await stage.call(at(90_000)));
		stage.parameters = { events: ['*'], options: { maxAge: 0 } };
		expect(itemsOf(await stage.call(at(-9_000_000)))).toHaveLength(1);
	});

	it.each([undefined, '', 'yesterday'])('but not by age when the event has no time: %p', async (timestamp) => {
		expect(itemsOf(await stage.call(signed(event({ timestamp }))))).toHaveLength(1);
	});

	it('by the usual age, when the option is empty', async () => {
		for (const maxAge of [' ', null, 'N/A']) {
			stage.parameters = { events: ['*'], options: { maxAge } };
			expectIgnored(await stage.call(at(-90_000)));
		}
	});

	it('by age, when the user asks for it', async () => {
		stage.parameters = { events: ['*'], options: { maxAge: 300 } };
		expectIgnored(await stage.call(at(-900)));
		expectIgnored(await stage.call(at(900)));
		expectIgnored(await stage.call(signed(event({ timestamp: undefined }))));
		expect(itemsOf(await stage.call(at(0)))).toHaveLength(1);
	});
});

describe('a repeated delivery', () => {
	it('starts one run, also when all arrive at once', async () => {
		const body = event();
		const answers = await Promise.all(Array.from({ length: 20 }, async () => await stage.call(signed(body))));
		expect(answers.filter((answer) => itemsOf(answer))).toHaveLength(1);
		expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
		expectIgnored(await stage.call(signed(body, `sha256=${sign(body)}`)));
	});

	it('is recognised from static data after a restart', async () => {
		const body = event();
		await stage.call(signed(body));
		const saved = stage.data;
		// Deactivation empties the memory of the process, as a restart does.
		await stage.hook('delete');
		stage.data = saved;
		expectIgnored(await stage.call(signed(body)));
		stage.data = { ...saved, seen: '' };
		await stage.hook('delete');
		expect(itemsOf(await stage.call(signed(body)))).toHaveLength(1);
	});

	it('starts another run when the user wants that', async () => {
		stage.parameters = { events: ['*'], options: { ignoreDuplicates: false } };
		const body = event();
		expect(itemsOf(await stage.call(signed(body)))).toHaveLength(1);
		expect(itemsOf(await stage.call(signed(body)))).toHaveLength(1);
	});

	it('is remembered as a hash, small enough to be saved with each delivery', async () => {
		await stage.call(signed(event({ teamId: 'x'.repeat(10_000) })));
		await stage.call(signed(event({ teamId: 'y'.repeat(10_000) })));
		expect(String(stage.data.seen).length).toBeLessThan(50);
	});
});
