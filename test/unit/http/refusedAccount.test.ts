import { describe, expect, it } from '@jest/globals';

import { namesAccount } from '../../../nodes/shared/http/refusedAccount';

const refusal = (status: number, code: string, message = '') => ({
	status,
	code,
	message,
	fields: [],
	labels: [],
	location: '',
	ids: {},
});

describe('a refusal of the account', () => {
	it.each([
		['subscription_inactive', ''],
		['SUBSCRIPTION-INACTIVE', ''],
		['SubscriptionInactive', ''],
		['plan_inactive', ''],
		['inactive_subscription', ''],
		['account_suspended', ''],
		['trial_expired', ''],
		['insufficient_credits', ''],
		['invalid_api_key', ''],
		['forbidden', 'Your subscription is inactive'],
		['', 'Company is suspended'],
		['', 'API key is disabled'],
		['', 'This account has been suspended. Contact support.'],
		['', 'Your trial has ended'],
		['', 'You are out of credits.'],
		['', 'The API-Key was revoked'],
		['', 'Invalid API key'],
	])('is recognised by its words: %s %s', (code, message) =>
		expect(namesAccount(refusal(403, code, message))).toBe(true),
	);

	it.each([
		['forbidden', 'No access to the business'],
		['forbidden', 'Missing scope calls:write'],
		['forbidden', 'Your plan does not include this'],
		['', 'The campaign is inactive'],
		['agent_disabled', 'The agent of your account is disabled'],
		['', 'This business is suspended'],
		['', 'The number is not active in this workspace'],
		['', 'The record belongs to another account'],
		['', 'The agent is disabled for this account'],
		['', 'The link has expired'],
		['', 'The lead has an invalid plan name'],
		['', 'The prospect has no account'],
		['', ''],
	])('is not a refusal of a record: %s %s', (code, message) =>
		expect(namesAccount(refusal(403, code, message))).toBe(false),
	);

	it.each(['unauthorized', 'insufficient_credits', 'invalid-api-key'])(
		'is recognised by its code with status 400: %s',
		(code) => {
			expect(namesAccount(refusal(400, code))).toBe(true);
			expect(namesAccount(refusal(404, code))).toBe(false);
		},
	);

	it('is not recognised by the message of a 400, which may be about one field', () =>
		expect(namesAccount(refusal(400, 'invalid_request', 'Your plan is inactive'))).toBe(false));
});
