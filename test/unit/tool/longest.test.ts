import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { fills, fitting, lengthOf } from '../../../nodes/shared/tool/longest';

const rows = fc.array(
	fc.record({ id: fc.string(), text: fc.string({ maxLength: 400 }), list: fc.array(fc.string(), { maxLength: 40 }) }),
	{ minLength: 1 },
);

const whole = (found: IDataObject[]): number => found.reduce((length, row) => length + lengthOf(row), 0);

describe('the rows of an answer', () => {
	it('are never longer than the limit, and end between two rows', () => {
		fc.assert(
			fc.property(rows, fc.integer({ min: 300, max: 3_000 }), (all, room) => {
				const { rows: shown, isShortened } = fitting(all, room);
				expect(whole(shown)).toBeLessThanOrEqual(room);
				expect(shown.length).toBeGreaterThan(0);
				if (!isShortened) expect(shown).toEqual(all.slice(0, shown.length));
				if (shown.length < all.length && !isShortened)
					expect(whole(all.slice(0, shown.length + 1))).toBeGreaterThan(room);
			}),
		);
	});

	it('have the long texts of a too long first row cut, with the missing length', () => {
		const {
			rows: [row],
			isShortened,
		} = fitting([{ id: '1', text: 'x'.repeat(10_000) }], 2_000);
		expect(isShortened).toBe(true);
		expect(row).toMatchObject({ id: '1', text: expect.stringMatching(/^x+ \(cut here: \d+ more characters\)$/) });
	});

	it('are counted once each while a list is read', () => {
		let shaped = 0;
		const isEnough = fills(100, (row) => {
			shaped += 1;
			return row;
		});
		const read: string[] = [];
		while (!isEnough(read)) read.push('x'.repeat(20));
		expect(read).toHaveLength(5);
		expect(shaped).toBe(5);
	});
});

it.each([
	['Latin', 'é', 1],
	['Greek, Cyrillic, Hebrew, Arabic, Hindi', 'абяאعह', 12],
	['Chinese, Korean, Thai', '好안ก', 12],
	['quotation marks and dashes', '“…”—’', 5],
])('characters of %s are counted by their tokens', (_, text, characters) =>
	expect(lengthOf(text) - lengthOf('')).toBe(characters),
);
