import { describe, expect, it } from '@jest/globals';

import { isToBeFilledIn, slotIn, standsForText } from '../../../../nodes/shared/values/reading/slot';

describe('a place that is to be filled in', () => {
	it.each([
		...[
			'Hi [Name],',
			'Hi <name>, see you',
			'Hi {name}!',
			'Hi [First Name], see you',
			'I am [Your Name] of [Your Company]',
			'See you on [Date]',
			'Call [insert phone number here]',
			'Hi [[name]]',
			'Hi [client’s name]',
			'Hi %FIRST_NAME%',
			'Hi *|FNAME|*',
			'Hi {{first_name}}',
			'Hi {{ contact.name }}',
		],
	])('is found in "%s"', (text) => {
		expect(slotIn(text, false)).toEqual(expect.any(String));
	});

	it.each([
		...[
			'See [link] for more',
			'As said [1], we call you',
			'Reply [Y] or [N]',
			'I <3 it',
			'5 < 6 and 7 > 6',
			'<b>Hi</b> <br> <p>Dana</p>',
			'<title>News</title> at <time>10</time>',
			'Save 20% TODAY, 30% MORE',
			'Call us [Monday to Friday]',
			'Press [Enter]',
			'Hi Dana :-]',
		],
	])('is not in "%s"', (text) => {
		expect(slotIn(text, false)).toBeUndefined();
	});

	it('is found between two braces, unless the vendor fills it in', () => {
		expect([slotIn('Hi {{first_name}}', true), slotIn('Hi {{first_name}}', false)]).toEqual([
			undefined,
			'{{first_name}}',
		]);
	});
});

describe('a placeholder for a text', () => {
	it.each([
		'string',
		'<message>',
		'{message}',
		'{{message}}',
		'[message]',
		' Message ',
		'Your message here',
		'The full text',
		'insert your message here',
		'SMS text',
		'sample message',
		'{"text":"Hi"}',
		'["Hi"]',
		'```\nHi there\n```',
		'+1XXXXXXXXXX',
	])('is "%s"', (text) => {
		expect(standsForText(text)).toBe(true);
	});

	it.each([
		'Hi',
		'Text me back',
		'I got your message',
		'Yes',
		'[Reminder] Your court date is Friday',
		'Call me at {office}, please',
		'test',
		'OK',
		'Did you get the message?',
		'1',
	])('is not "%s"', (text) => {
		expect(standsForText(text)).toBe(false);
	});

	it('is an ID or a number in brackets or crosses', () => {
		expect(['<business_id>', '[agent]', '+1XXXXXXXXXX', 'xxx-xxx-xxxx'].map(isToBeFilledIn)).toEqual([
			true,
			true,
			true,
			true,
		]);
		expect(['b1', '+12025550123', 'xx', 'Max'].map(isToBeFilledIn)).toEqual([false, false, false, false]);
	});
});
