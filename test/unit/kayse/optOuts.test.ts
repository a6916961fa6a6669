import { describe, expect, it } from '@jest/globals';

import { explainOptOut, hasOptedOut, isOptOut, tellsOptOuts } from '../../../nodes/Kayse/optOuts';

const CHANNELS = ['call', 'text', 'email'] as const;

describe('who has opted out', () => {
	it.each([
		['voice_calls_opted_out', ['call']],
		['opt_out_voice_calls', ['call']],
		['call_opted_out', ['call']],
		['sms_opted_out', ['text']],
		['text_messages_opted_out', ['text']],
		['email_opted_out', ['email']],
		['opted_out', CHANNELS],
		['optout', CHANNELS],
	])('%s is about %j', (name, channels) => {
		expect(CHANNELS.filter((channel) => hasOptedOut({ [name]: true }, channel))).toEqual(channels);
	});

	it.each([true, 'true', 'TRUE', 1, '1', 'yes'])('%j says so', (flag) => expect(hasOptedOut({ sms_opted_out: flag }, 'text')).toBe(true));

	it.each([false, null, undefined, 0, '', 'false', 'no', {}, [], '2031-01-01'])('%j does not', (flag) => expect(hasOptedOut({ sms_opted_out: flag }, 'text')).toBe(false));

	it.each(['co_opted_outlet', 'option_out', 'adopted_out_of_state', 'opted_in', 'email'])('%s is about something else', (name) => expect(isOptOut(name)).toBe(false));

	it('is told by a flag that is not set as well, and not by what a case orders', () => {
		expect(tellsOptOuts({ call_opted_out: false }, 'call')).toBe(true);
		expect(tellsOptOuts({ call_opted_out: false }, 'text')).toBe(false);
		expect(tellsOptOuts({ opt_out_voice_calls: false }, 'call')).toBe(false);
	});
});

describe('a refusal in words', () => {
	const refusal = (code: string, message: string) => ({ status: 400, code, message, fields: [], location: '', ids: {} });

	it.each([
		['', 'The client has opted out of voice calls'],
		['client_opted_out', ''],
		['', 'Client is on the Do Not Call list'],
		['do_not_contact', ''],
	])('is about a person who is not to be reached: %s %s', (code, message) => expect(explainOptOut(refusal(code, message))?.heldBack).toBe('optedOut'));

	it.each([
		['not found', 'The requested resource could not be found'],
		['', 'campaign_id is not valid'],
	])('is about something else: %s %s', (code, message) => expect(explainOptOut(refusal(code, message))).toBeUndefined());
});
