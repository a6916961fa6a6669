import { describe, expect, it } from '@jest/globals';

import { explainOptOut, hasOptedOut, isOptOut, tellsOptOuts } from '../../../nodes/Kayse/update/optOuts';

const CHANNELS = ['call', 'text', 'email'] as const;

describe('a member that names an opt-out', () => {
	it.each([
		['voice_calls_opted_out', ['call']],
		['opt_out_voice_calls', ['call']],
		['call_opted_out', ['call']],
		['sms_opted_out', ['text']],
		['text_messages_opted_out', ['text']],
		['email_opted_out', ['email']],
		['do_not_call', ['call']],
		['DO_NOT_TEXT', ['text']],
		['do_not_contact', CHANNELS],
		['dnc', CHANNELS],
		['unsubscribed', CHANNELS],
		['opted_out', CHANNELS],
		['optout', CHANNELS],
	])('%s is about %j', (name, channels) => {
		expect(CHANNELS.filter((channel) => hasOptedOut({ [name]: true }, channel))).toEqual(channels);
	});

	it.each([
		true,
		'true',
		'TRUE',
		1,
		'1',
		'yes',
		'Yes ',
		'Y',
		'on',
		'opted_out',
		'STOP',
		'2031-01-01',
		{ by: 'phone' },
		['sms'],
	])('%j means an opt-out', (flag) => expect(hasOptedOut({ sms_opted_out: flag }, 'text')).toBe(true));

	it.each([
		false,
		null,
		undefined,
		0,
		'',
		' ',
		'false',
		' No ',
		'n',
		'N/A',
		'none',
		'never',
		'not_opted_out',
		'Opted In',
		{},
		[],
		[false],
	])('%j does not mean an opt-out', (flag) => expect(hasOptedOut({ sms_opted_out: flag }, 'text')).toBe(false));

	it.each([
		'co_opted_outlet',
		'option_out',
		'adopted_out_of_state',
		'opted_in',
		'email',
		'opt_out_url',
		'unsubscribed_link',
		'do_not_calls',
	])('%s is about something else', (name) => expect(isOptOut(name)).toBe(false));

	it('may be in the persons within a record, and inside an object', () => {
		expect(hasOptedOut({ clients: [{ voice_calls_opted_out: false }, { voice_calls_opted_out: true }] }, 'call')).toBe(
			true,
		);
		expect(hasOptedOut({ client: { voice_calls_opted_out: true } }, 'text')).toBe(false);
		expect(CHANNELS.filter((channel) => hasOptedOut({ opted_out: { sms: true, email: false } }, channel))).toEqual([
			'text',
		]);
	});

	it('needs a value in its flag', () => {
		for (const nothing of [null, undefined, '', 'N/A', []])
			expect(tellsOptOuts({ call_opted_out: nothing }, 'call')).toBe(false);
		expect(tellsOptOuts({ do_not_call: false }, 'call')).toBe(true);
	});

	it('counts as shown by an unset flag, too, but not by the actions of a case', () => {
		expect(tellsOptOuts({ call_opted_out: false }, 'call')).toBe(true);
		expect(tellsOptOuts({ call_opted_out: false }, 'text')).toBe(false);
		expect(tellsOptOuts({ opt_out_voice_calls: false }, 'call')).toBe(false);
	});
});

describe('a refusal in words', () => {
	const refusal = (code: string, message: string) => ({
		status: 400,
		code,
		message,
		fields: [],
		labels: [],
		location: '',
		ids: {},
	});

	it.each([
		['', 'The client has opted out of voice calls'],
		['client_opted_out', ''],
		['', 'Client is on the Do Not Call list'],
		['do_not_contact', ''],
		['', 'Recipient unsubscribed'],
		['client_on_dnc', ''],
		['', 'opt out'],
		['', 'The recipient chose to opt-out'],
		['', 'opted-out'],
		['OPTOUT', ''],
		['', 'STOP received'],
		['', 'Client replied "stop" on 2026-03-01'],
		['', 'unsubscribed'],
		['', 'Consent has been revoked'],
	])('is about a person who is not to be reached: %s %s', (code, message) =>
		expect(explainOptOut(refusal(code, message))?.heldBack).toBe('optedOut'),
	);

	it.each([
		['not found', 'The requested resource could not be found'],
		['', 'campaign_id is not valid'],
		['', 'Stop the campaign first'],
		['', 'The message must include opt-out instructions'],
		['', 'Unsubscribe link is missing'],
		['', 'The client has not opted out of calls, but the campaign is paused'],
		['', 'No option is chosen'],
	])('is about something else: %s %s', (code, message) =>
		expect(explainOptOut(refusal(code, message))).toBeUndefined(),
	);
});
