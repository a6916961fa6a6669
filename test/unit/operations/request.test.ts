import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { draftRequest } from '../../../nodes/shared/operations/request';
import { checkedId } from '../../../nodes/shared/operations/readers';
import { isNothing } from '../../../nodes/shared/values/reading/nothing';
import { bareId } from '../../../nodes/shared/values/labelledId';
import { withoutMarks } from '../../../nodes/shared/values/spreadsheetMarks';
import { itemWith } from '../support/items';
import { failureOf } from '../support/failures';

const endpoint = { method: 'GET', path: '/things/{thingId}/parts' } as const;
const BASE = 'https://api.acme.test/v1';

/** All values that a hostile or careless workflow may use as an ID. */
const text = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc
		.array(fc.constantFrom('..', '.', '/', '\\', '%2e', '%2F', '?', '#', '@', ':', ' ', '\n', '\t', '&', '=', 'a'), {
			maxLength: 6,
		})
		.map((parts) => parts.join('')),
);
const inOneSpelling = (id: string): string => bareId(withoutMarks(id), 'Thing ID').id;
const isNoId = (id: string): boolean => ['', '.', '..'].includes(inOneSpelling(id)) || isNothing(id);
const isTaken = (id: string): boolean => {
	try {
		checkedId(id, 'Thing ID');
		return true;
	} catch {
		return false;
	}
};

describe('an id', () => {
	it.each(['', '   ', '\n', '.', '..', ' .. ', undefined, null, {}, [], true])('is invalid: %j', (value) => {
		const { kind, message } = failureOf(() => checkedId(value, 'Thing ID'));
		expect(kind).toBe('input');
		expect(message).toContain('Thing ID');
	});

	it('may be a number, and is trimmed', () => {
		expect(checkedId(42, 'Thing ID')).toBe('42');
		expect(checkedId(' abc\n', 'Thing ID')).toBe('abc');
	});

	it('is exactly one segment of the path, unchanged, or is refused', () => {
		fc.assert(
			fc.property(
				text.filter((id) => !isNoId(id)),
				(id) => {
					fc.pre(isTaken(id));
					const { request, ids } = draftRequest(endpoint, itemWith({ thingId: id }));
					const { origin, pathname, search, hash } = new URL(BASE + request.path);
					const segments = pathname.split('/');
					expect([origin, search, hash]).toEqual(['https://api.acme.test', '', '']);
					expect(segments).toEqual(['', 'v1', 'things', segments[3], 'parts']);
					expect(decodeURIComponent(segments[3] ?? '')).toBe(inOneSpelling(id));
					expect(ids).toEqual({ thingId: inOneSpelling(id) });
				},
			),
		);
	});

	it('is named by its label when it is missing', () => {
		expect(failureOf(() => draftRequest(endpoint, itemWith({}))).message).toContain('Thing ID');
	});
});

describe('a drafted request', () => {
	it('has no body when there is nothing in it', () => {
		const { request } = draftRequest({ method: 'POST', path: '/things' }, itemWith({}, { body: {} }));
		expect(request).not.toHaveProperty('body');
	});

	it('has the special properties of its endpoint', () => {
		const special = { method: 'POST', path: '/x', tier: 'slow', repeatable: true } as const;
		expect(draftRequest(special, itemWith({}))).toMatchObject({ tier: 'slow', repeatable: true });
	});
});
