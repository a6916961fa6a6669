import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';

import { KayseTrigger } from '../../../nodes/Kayse/KayseTrigger.node';
import { callEvents, eventJson } from '../../../sandbox/kayse/webhooks/events';
import { Kayse } from '../../../sandbox/kayse/kayse';
import { Clock } from '../../../sandbox/time/clock';
import { useKayseStage } from './kayseStage';
import { SPELLINGS, UNREADABLE } from './spellings';
import { itemsOf, outcomeOf, type IncomingCall } from './stage';
import { everyOne } from '../../support/everyOne';

const stage = useKayseStage();

const IGNORED = { status: 200, runs: 0 };
const STARTED = { status: 200, runs: 1 };
const REFUSED = { status: 401, runs: 0 };
const POSTPONED = { status: 503, runs: 0 };

const NOON = '2026-03-02T12:00:00Z';
const LATER = '2026-03-02T12:00:04Z';

const logged = jest.spyOn(Container.get(Logger), 'warn');
const noted = jest.spyOn(Container.get(Logger), 'info');

beforeEach(async () => {
	await stage.activate();
	logged.mockClear();
});

const event = (change: object = {}) =>
	JSON.stringify({
		event: 'call_ended',
		timestamp: NOON,
		data: { call_id: 3001, campaign_id: 71, summary: 'Grüße – 你好 🙂' },
		...change,
	});

/** As Kayse delivers it: with the App Key of the webhook. */
const delivery = (body: string | Buffer, key = stage.vendor.apiKey): IncomingCall => ({
	body,
	headers: { 'x-public-api-key': key },
});

const outcome = async (call: IncomingCall) => outcomeOf(await stage.call(call));

/** How many of the deliveries, one after another, start a run. */
async function runsOf(...bodies: string[]): Promise<number> {
	let runs = 0;
	for (const body of bodies) runs += (await outcome(delivery(body))).runs;
	return runs;
}

describe('a delivery', () => {
	it('with the App Key starts a run with the body, its times in the zone of the workflow, and sends nothing', async () => {
		const body = { event: 'call_ended', data: { call_id: 3001, unheard: { of: [1, null, 'x', '2026-03-02'] } } };
		const answer = await stage.call(
			delivery(JSON.stringify({ ...body, timestamp: NOON, nested: [{ at: '2026-07-02T12:00:00.500+02:00' }] })),
		);
		expect(itemsOf(answer)).toEqual([
			{ ...body, timestamp: '2026-03-02T07:00:00.000-05:00', nested: [{ at: '2026-07-02T06:00:00.500-04:00' }] },
		]);
		expect(answer.status).toBe(200);
		expect(stage.requests()).toEqual([]);
	});

	it('is recognised by the key itself, in any pasted form of the credential', async () => {
		stage.credential = { apiKey: ` X-Public-Api-Key: ${stage.vendor.apiKey}\n` };
		expect(await outcome(delivery(event()))).toEqual(STARTED);
	});

	it.each<[string, (key: string) => IncomingCall]>([
		['no key', () => ({ body: event() })],
		['an empty key', () => delivery(event(), '')],
		['another key', () => delivery(event(), 'f'.repeat(64))],
		['the key cut short', (key) => delivery(event(), key.slice(0, -1))],
		['the key and a character', (key) => delivery(event(), `${key}0`)],
		['the key in upper case', (key) => delivery(event(), key.toUpperCase())],
		['the key twice, as of two headers', (key) => delivery(event(), `${key}, ${key}`)],
		['Bearer and the key', (key) => delivery(event(), `Bearer ${key}`)],
		[
			'the key in another header',
			(key) => ({ body: event(), headers: { 'x-api-key': key, authorization: `Bearer ${key}` } }),
		],
		['the key in the body', (key) => ({ body: event({ 'x-public-api-key': key }) })],
		['a body that is gone', (key) => ({ ...delivery(event(), key), isGone: true })],
	])('with %s is refused, and leaves no line in the log', async (_, call) => {
		expect(await outcome(call(stage.vendor.apiKey))).toEqual(REFUSED);
		expect(logged).not.toHaveBeenCalled();
		expect(await outcome(delivery(event()))).toEqual(STARTED);
	});

	it.each<[string, () => void]>([
		['has no credential', () => (stage.hasCredential = false)],
		['has a credential without a key', () => (stage.credential = { apiKey: '' })],
		['has a credential with what only stands for a key', () => (stage.credential = { apiKey: '<your key>' })],
	])('is not accepted while the node %s, nor lost: Kayse may try again', async (_, spoil) => {
		spoil();
		for (const key of [stage.vendor.apiKey, '', '<your key>'])
			expect(await outcome(delivery(event(), key))).toEqual(POSTPONED);
		expect(logged).toHaveBeenCalledWith('A delivery for Kayse could not be verified', {
			reason: expect.stringMatching(/credential/i),
		});
		expect(JSON.stringify(logged.mock.calls)).not.toContain(stage.vendor.apiKey);
		stage.hasCredential = true;
		stage.credential = {};
		expect(await outcome(delivery(event()))).toEqual(STARTED);
	});

	it.each(SPELLINGS)('is read in any form: %s', async (_how, spelled, contentType) => {
		expect(await outcome({ ...delivery(spelled(event())), contentType })).toEqual(STARTED);
	});

	it.each(UNREADABLE)(
		'that cannot be read, %p, does not count as received: an error for Kayse, a line in the log',
		async (body) => {
			expect(await outcome(delivery(body))).toEqual({ status: 400, runs: 0 });
			expect(logged).toHaveBeenCalledWith(expect.stringContaining('cannot be read'), {
				contentType: 'application/json',
				bytes: body.length,
			});
		},
	);
});

describe('the events', () => {
	const kayse = new Kayse(new Clock(1));
	const forms = ['event', 'event_type', 'type', 'nested'] as const;

	const bodyIn = (webhookBody: (typeof forms)[number] | 'nameless', name: string) => {
		kayse.configure({ webhookBody });
		return eventJson(kayse, { event: name, at: NOON, data: { call_id: 3001, campaign_id: 71 } }, NOON);
	};

	it('offered are all that Kayse documents', () => {
		const field = new KayseTrigger().description.properties.find(({ name }) => name === 'events');
		const offered = (field?.options ?? []).map((option) => ('value' in option ? option.value : ''));
		expect([...offered].sort()).toEqual(['*', ...callEvents].sort());
	});

	it.each(forms.flatMap((form) => callEvents.map((name) => [form, name] as const)))(
		'start a run where they are chosen and no other: %s, %s',
		async (form, name) => {
			for (const chosen of everyOne(callEvents)) {
				stage.parameters = { events: [chosen], options: { ignoreDuplicates: false } };
				expect(await outcome(delivery(bodyIn(form, name)))).toEqual(chosen === name ? STARTED : IGNORED);
			}
		},
	);

	it('without a name start a run with All Events; otherwise the log has a line about them', async () => {
		const body = bodyIn('nameless', 'call_ended');
		expect(await outcome(delivery(body))).toEqual(IGNORED);
		expect(logged).toHaveBeenCalledWith('A signed delivery of Kayse started no run: it names no event');
		stage.parameters = { events: ['*'] };
		expect(await outcome(delivery(body))).toEqual(STARTED);
	});

	it.each(['message_received', 'Message Received', 'MESSAGE_RECEIVED', ' message.received ', 'message-received'])(
		'that the list lacks can be entered by name, %j, in any spelling of Kayse and the user',
		async (otherEvents) => {
			stage.parameters = { events: [], options: { otherEvents } };
			await stage.activate();
			for (const [index, name] of ['message_received', 'message.received', 'MESSAGE_RECEIVED'].entries()) {
				expect(await outcome(delivery(event({ event: name, data: { id: index } })))).toEqual(STARTED);
			}
			expect(await outcome(delivery(event({ event: 'message_sent' })))).toEqual(IGNORED);
		},
	);

	it.each<[string, object]>([
		['in data, of an envelope with a type of its own', { type: 'webhook', data: { event: 'call_ended', call_id: 1 } }],
		['in the payload, beside a kind of its own', { type: 'event', payload: { type: 'call_ended', call_id: 1 } }],
		['beside another type', { type: 'inbound', event: 'call_ended', call_id: 1 }],
		['as callEnded', { event: 'callEnded', call_id: 1 }],
		['as CallEnded', { eventName: 'CallEnded', call_id: 1 }],
		['as call/ended', { topic: 'call/ended', call_id: 1 }],
		['as the name of an event', { event: { name: 'call_ended', call_id: 1 } }],
	])('are found in every place and under every name: %s', async (_, body) => {
		expect(await outcome(delivery(JSON.stringify(body)))).toEqual(STARTED);
	});

	it('that are neither chosen nor on the list leave a line in the log with their name; those on the list are not wanted', async () => {
		expect(await outcome(delivery(event({ event: 'Call-Finished' })))).toEqual(IGNORED);
		expect(logged).toHaveBeenCalledWith(expect.stringContaining('A Kayse event started no run: it is not chosen'), {
			event: 'call_finished',
		});
		logged.mockClear();
		expect(await outcome(delivery(event({ event: 'transcript_updated' })))).toEqual(IGNORED);
		expect(logged).not.toHaveBeenCalled();
	});

	it('all of them, when that is chosen, also by a word', async () => {
		stage.parameters = { events: [], options: { otherEvents: 'All Events' } };
		expect(await runsOf(event(), event({ event: 'document_signed' }), event({ event: 'test' }))).toBe(3);
	});

	it.each([
		{ events: '={{ "" }}' },
		{ events: '={{ null }}' },
		{ events: '={{ $json.gone }}' },
		{ events: [], options: { otherEvents: ' ' } },
	])(
		'from an expression that finds nothing cause an error, and are neither let through nor dropped: %j',
		async (parameters) => {
			stage.parameters = parameters;
			await expect(stage.call(delivery(event()))).rejects.toThrow('No event is chosen');
			// A sender without the key does not learn of it.
			expect(await outcome({ body: event() })).toEqual(REFUSED);
		},
	);
});

describe('an event that is delivered again', () => {
	beforeEach(() => {
		stage.parameters = { events: ['*'] };
	});

	it('starts one run, also when all deliveries arrive at once', async () => {
		const answers = await Promise.all(Array.from({ length: 20 }, async () => await outcome(delivery(event()))));
		expect(answers.filter(({ runs }) => runs === 1)).toHaveLength(1);
		expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
	});

	it('is recognised by its content: a call’s event by the call, others by their own ID, with all additions of the delivery', async () => {
		const again = { timestamp: LATER, attempt: 2, delivery_id: 'd2', sent_at: LATER };
		expect(
			await runsOf(
				event(),
				event(again),
				event({ ...again, data: { call_id: '3001', recording_url: 'https://files.example/r.mp3' } }),
			),
		).toBe(1);
		const message = { event: 'message_received', data: { message_id: 6001, client_id: 401, text: 'Yes' } };
		expect(await runsOf(event(message), event({ ...message, ...again }))).toBe(1);
		const task = { event: 'task_updated', data: { id: 5, status: 'open' } };
		expect(await runsOf(event(task), event({ ...task, attempt: 2, delivery_id: 'd2' }))).toBe(1);
		expect(noted).toHaveBeenCalledWith('A delivery of Kayse started no run: its event had already started one', {
			event: 'task_updated',
		});
	});

	it('starts a run if it might be another one: only a clear ID of the call or message counts', async () => {
		const ends = [
			{ call: 'inbound', lasted: 9 },
			{ call: 'inbound', lasted: 10 },
			{ id: 401, lasted: 9 },
			{ id: 401, lasted: 10 },
			{ call_id: 'unknown', lasted: 9 },
			{ call_id: 'unknown', lasted: 10 },
		];
		expect(await runsOf(...ends.map((data) => event({ data })))).toBe(ends.length);
		for (const said of [
			{ message: 'Yes', conversation_id: 9 },
			{ id: 9, text: 'Yes' },
		]) {
			const bodies = [
				event({ event: 'message_received', data: said }),
				event({ event: 'message_received', timestamp: LATER, data: said }),
			];
			expect(await runsOf(...bodies)).toBe(2);
			expect(await runsOf(...bodies)).toBe(0);
		}
		const sent = { event: 'message_received', timestamp: undefined, data: { text: 'Yes' } };
		expect(await runsOf(event({ ...sent, sent_at: NOON }), event({ ...sent, sent_at: LATER }))).toBe(2);
		const task = (timestamp: string, status: string) =>
			event({ event: 'task_updated', timestamp, data: { task_id: 7, status } });
		expect(await runsOf(task(NOON, 'open'), task('2026-03-02T12:00:02Z', 'done'), task(LATER, 'open'))).toBe(3);
	});

	it('does not count as another one', async () => {
		expect(await runsOf(event(), event({ event: 'call_analyzed' }), event({ data: { call_id: 3002 } }))).toBe(3);
		const said = { event: 'message_received', data: { client_id: 401, text: 'Yes' } };
		expect(await runsOf(event(said), event({ ...said, timestamp: LATER }))).toBe(2);
		const transfer = { event: 'transfer_started', data: { call_id: 3001, to: '+12025550155' } };
		expect(await runsOf(event(transfer), event({ ...transfer, timestamp: LATER }))).toBe(2);
		const transcript = (text: string) => event({ event: 'transcript_updated', data: { call_id: 3001, text } });
		expect(await runsOf(transcript('Hello'), transcript('Hello, it is Nora'))).toBe(2);
		const task = (status: string) => event({ event: 'task_updated', data: { id: 6, status } });
		expect(await runsOf(task('open'), task('done'))).toBe(2);
	});

	it('is recognised after a restart', async () => {
		expect(await runsOf(event())).toBe(1);
		const saved = stage.data;
		// Deactivation empties the memory of the process, as a restart does.
		await stage.hook('delete');
		stage.data = saved;
		expect(await runsOf(event({ timestamp: LATER }))).toBe(0);
		expect(await runsOf(event({ data: { call_id: 3002 } }))).toBe(1);
	});

	it('starts another run when the user wants that', async () => {
		stage.parameters = { events: ['*'], options: { ignoreDuplicates: false } };
		expect(await runsOf(event(), event())).toBe(2);
	});

	it('does not use up the memory while it is forged', async () => {
		for (let index = 0; index < 30; index += 1) expect(await outcome({ body: event() })).toEqual(REFUSED);
		expect(stage.data).toEqual({});
		expect(await outcome(delivery(event()))).toEqual(STARTED);
	});
});
