import { describe, expect, it } from '@jest/globals';

import { inItems } from '../../../nodes/shared/batching/rowsInWords';
import type { Failure } from '../../../nodes/shared/contract/failure';

const refusal = (message: string, description = ''): Failure => ({ kind: 'refused', message, description });
const ROWS = [4, 7, 9].map((index) => ({ index, size: 1 }));

describe('a refusal that counts the rows of its request', () => {
	it.each([
		['clients[1].email: must be a string', 'item 7, email: must be a string'],
		['clients[2].case_ids[0]: no such case', 'item 9, case_ids[0]: no such case'],
		['clients[0]: Expected object', 'item 4: Expected object'],
		[
			'clients.1.email is required; clients.2.email is required',
			'item 7, email is required; item 9, email is required',
		],
		['Kayse did not accept "clients.1"', 'Kayse did not accept "item 7"'],
		['"clients[1].email"', '"item 7, email"'],
		['clients[3].email', 'clients[3].email'],
		['my_clients[1].email, firm.clients[1].email, clients1', 'my_clients[1].email, firm.clients[1].email, clients1'],
		['clients is required', 'clients is required'],
	])('%s: %s', (words, expected) => {
		expect(inItems(refusal(words, words), 'clients', ROWS)).toEqual(refusal(expected, expected));
	});

	it('of one row means that row, at any number', () => {
		for (const place of [0, 1, 5])
			expect(inItems(refusal(`clients[${place}].email`), 'clients', ROWS.slice(1, 2)).message).toBe('item 7, email');
	});

	it('counts the entries of items that have several', () => {
		const rows = [
			{ index: 0, size: 2 },
			{ index: 1, size: 1 },
			{ index: 5, size: 3 },
		];
		const messages = [0, 1, 2, 3, 5, 6].map(
			(place) => inItems(refusal(`entries.${place}.url`), 'entries', rows).message,
		);
		expect(messages).toEqual([
			'item 0, url',
			'item 0, url',
			'item 1, url',
			'item 5, url',
			'item 5, url',
			'entries.6.url',
		]);
	});
});
