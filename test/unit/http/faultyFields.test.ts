import { describe, expect, it } from '@jest/globals';

import { faultyFields, labelsOfFaults } from '../../../nodes/shared/http/faultyFields';
import { readRefusal } from '../../../nodes/shared/http/refusal';
import { response } from '../support/wire';

const LABELS = new Map([
	['agentid', 'Agent'],
	['to', 'Phone Number'],
	['name', 'Name'],
	['message', 'Message'],
	['url', 'LinkedIn Profile'],
]);

describe('the fields that a vendor rejects', () => {
	it.each([
		['agent_id is required', ['Agent']],
		['Missing required fields: agent_id, to', ['Agent', 'Phone Number']],
		['agentId must be a text', ['Agent']],
		['to: Required; name: too short', ['Phone Number', 'Name']],
		['"to" is not a phone number', ['Phone Number']],
		['Name or to is required', ['Name', 'Phone Number']],
		['Missing to', ['Phone Number']],
		['Invalid url format', ['LinkedIn Profile']],
		['prospects.3.url: not a profile', ['LinkedIn Profile']],
		['prospects[3].url is required', ['LinkedIn Profile']],
	])('are found in "%s"', (sentence, labels) => {
		expect(labelsOfFaults([], sentence, LABELS)).toEqual(labels);
	});

	it.each([
		'You have to wait to message this person',
		'The account is not allowed to call',
		'No such name in our list',
		'lead_id is required',
		'constructor is required',
		'',
	])('are not found where "%s" names none', (sentence) => {
		expect(labelsOfFaults([], sentence, LABELS)).toEqual([]);
	});

	it.each([
		{ details: [{ field: 'to', message: 'Required' }] },
		{ errors: [{ path: ['to'], message: 'Required' }] },
		{ error: { code: 'invalid_request', issues: [{ path: 'to', message: 'Required' }] } },
		{ detail: [{ loc: ['body', 'to'], msg: 'Required' }] },
		{ errors: [{ param: 'to', msg: 'Required' }] },
	])('are read from a list of them: %j', (body) => {
		const { fields, labels } = readRefusal(response(422, body), {}, LABELS);
		expect({ fields, labels }).toEqual({ fields: [{ field: 'to', message: 'Required' }], labels: ['Phone Number'] });
	});

	it('are not found in a list of other things', () => {
		for (const list of [undefined, 'to', ['to is required'], [{ code: 7 }], [null]])
			expect(faultyFields(list)).toEqual([]);
	});
});
