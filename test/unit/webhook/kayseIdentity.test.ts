import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { eventOf } from '../../../nodes/Kayse/trigger/events';
import { identityOf as identityOfEvent } from '../../../nodes/Kayse/trigger/identity';

type Body = Record<string, string | number | Record<string, string | number>>;

const identityOf = (body: Body) => identityOfEvent(body, eventOf(body));

/** What a service may change from one delivery of an event to the next. */
const ofDelivery = fc.record(
	{
		timestamp: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
		attempt: fc.nat(9),
		delivery_id: fc.uuid(),
		delivered_at: fc.nat(),
	},
	{ requiredKeys: ['timestamp'] },
);

const about = (subject: string) =>
	fc.record({ [`${subject}_id`]: fc.integer({ min: 1, max: 999_999 }), client_id: fc.nat(), text: fc.string() });

const event = fc.constantFrom(
	'call_ended',
	'call_analyzed',
	'message_received',
	'task_created',
	'document_signed',
	'form_submitted',
);
const said = event.chain((name) => about(name.split('_')[0] ?? '').map((data) => ({ name, data })));

/** Forms in which a body may say it. */
const FORMS: Array<(name: string, data: Record<string, string | number>) => Body> = [
	(name, data) => ({ event: name, data }),
	(name, data) => ({ event_type: name, ...data }),
	(name, data) => ({ type: name, payload: data }),
	(name, data) => ({ data: { event: name, ...data } }),
];
const form = fc.constantFrom(...FORMS);

const reversed = (body: Body): Body => Object.fromEntries(Object.entries(body).reverse());

describe('the identity of an event of Kayse', () => {
	it('is the same in every delivery of it, in any order of its members', () => {
		fc.assert(
			fc.property(said, form, ofDelivery, ofDelivery, ({ name, data }, bodyOf, first, second) => {
				const body = bodyOf(name, data);
				expect(identityOf(reversed({ ...body, ...second }))).toBe(identityOf({ ...body, ...first }));
			}),
		);
	});

	it('differs for another event, and for another call, message, task, document or form', () => {
		fc.assert(
			fc.property(said, said, form, ofDelivery, (one, other, bodyOf, delivery) => {
				const idOf = ({ name, data }: typeof one) => JSON.stringify([name, data[`${name.split('_')[0]}_id`]]);
				fc.pre(idOf(one) !== idOf(other));
				expect(identityOf({ ...bodyOf(one.name, one.data), ...delivery })).not.toBe(
					identityOf({ ...bodyOf(other.name, other.data), ...delivery }),
				);
			}),
		);
	});

	it('differs for other content, except for events that happen once to a call', () => {
		fc.assert(
			fc.property(said, fc.string(), form, ({ name, data }, text, bodyOf) => {
				const isSame = identityOf(bodyOf(name, data)) === identityOf(bodyOf(name, { ...data, text }));
				expect(isSame).toBe(name.startsWith('call_') || data.text === text);
			}),
		);
	});

	it('includes the outer time if nothing else distinguishes two events', () => {
		const body: Body = { event: 'message_received', data: { client_id: 401, text: 'Yes' } };
		expect(identityOf({ ...body, timestamp: 'a' })).not.toBe(identityOf({ ...body, timestamp: 'b' }));
		const transfer: Body = { event: 'transfer_started', data: { call_id: 3001 } };
		expect(identityOf({ ...transfer, timestamp: 'a' })).not.toBe(identityOf({ ...transfer, timestamp: 'b' }));
		const task: Body = { event: 'task_updated', data: { task_id: 5, status: 'open' } };
		expect(identityOf({ ...task, timestamp: 'a' })).not.toBe(identityOf({ ...task, timestamp: 'b' }));
	});

	it.each<[string, Body, Body]>([
		['a bare text under call', { call: 'inbound', lasted: 9 }, { call: 'inbound', lasted: 10 }],
		['the ID of whatever is in data', { data: { id: 401, lasted: 9 } }, { data: { id: 401, lasted: 10 } }],
		['an ID that is none', { call_id: 'unknown', lasted: 9 }, { call_id: 'unknown', lasted: 10 }],
	])('is not %s', (_, one, other) => {
		expect(identityOf({ event: 'call_ended', ...one })).not.toBe(identityOf({ event: 'call_ended', ...other }));
	});

	it.each<[string, Body]>([
		['call_id', { call_id: 3001 }],
		['callId in data', { data: { callId: '3001' } }],
		['the id of a call', { call: { id: 3001 } }],
	])('is the call, by %s', (_, body) =>
		expect(identityOf({ event: 'call_ended', ...body, lasted: 9 })).toBe('["call_ended","3001"]'),
	);
});

describe('the event that a body reports', () => {
	it.each<[unknown, string | undefined]>([
		[{ event: 'call_ended' }, 'call_ended'],
		[{ event: 'CALL_ENDED', type: 'phone_call' }, 'call_ended'],
		[{ event_type: 'call.ended' }, 'call_ended'],
		[{ event: { type: 'call_ended', id: 1 } }, 'call_ended'],
		[{ data: { event: 'Call Ended' } }, 'call_ended'],
		[{ payload: { type: 'call-ended' } }, 'call_ended'],
		[{ event: ' ', type: 'call_ended' }, 'call_ended'],
		[{ type: 'webhook', data: { event: 'call_ended' } }, 'call_ended'],
		[{ type: 'webhook', data: { event: 'messageReceived' } }, 'message_received'],
		[{ event: 'callEnded' }, 'call_ended'],
		[{ event: { name: 'call_ended' } }, 'call_ended'],
		[{ event: ['call_ended'] }, undefined],
		[{ event: 7 }, undefined],
		[{ name: 'call_ended' }, undefined],
		[{}, undefined],
	])('%j', (body, named) => expect(eventOf(body as Body)).toBe(named));
});
