import { describe, expect, it } from '@jest/globals';

import type { OutgoingRequest } from '../../../nodes/shared/contract/exchange';
import { checkSendable } from '../../../nodes/shared/http/sendable';

const request = (change: Partial<OutgoingRequest>): OutgoingRequest => ({
	method: 'POST',
	path: '/agents/agent_1',
	query: {},
	...change,
});

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('a request of any source', () => {
	it.each<[string, Partial<OutgoingRequest>]>([
		['a way out of its path', { path: '/agents/..%2Fworkspaces%2Fw1' }],
		['a folder above in its path', { path: '/agents/../workspaces' }],
		['half a character in its query', { query: { q: 'x\ud800' } }],
		['half a character in a name', { query: { '\udc00': 1 } }],
		['half a character in its body', { body: [{ text: '\ud800' }] }],
		['no number', { body: { amount: NaN } }],
		['a number without end', { body: { amount: Infinity } }],
		['101 levels', { body: nested(101) }],
		['100,000 levels', { body: nested(100_000) }],
		['a body that holds itself', { body: ((self: Record<string, unknown>) => Object.assign(self, { self }))({}) }],
	])('is not sent with %s', (_what, change) => {
		expect(() => checkSendable(request(change))).toThrow(/^The request was not sent: it /);
	});

	it.each<[string, Partial<OutgoingRequest>]>([
		['100 levels', { body: nested(100) }],
		['minus zero', { body: { amount: -0 } }],
		['an emoji', { body: { text: '\u{1f600}' }, query: { q: '\u{1f600}' } }],
		['encoded slashes in an ID', { path: '/models/org%2Fmodel' }],
		['dates and nothing', { body: { at: new Date(0), none: null, not: undefined } }],
	])('is sent with %s', (_what, change) => {
		expect(() => checkSendable(request(change))).not.toThrow();
	});
});
