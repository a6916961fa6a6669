import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { timestampToMs, isWithinTolerance } from '../../../nodes/shared/webhook/timestamp';

const NOW = Date.parse('2026-03-02T10:30:00.000Z');
const WINDOW_MS = 300_000;

describe('a timestamp', () => {
	it.each([
		['ISO in UTC', '2026-03-02T10:30:00.000Z'],
		['ISO with a zone', '2026-03-02T12:30:00.000+02:00'],
		['ISO without a zone, read as UTC', '2026-03-02T10:30:00'],
		['epoch seconds', NOW / 1000],
		['epoch milliseconds', NOW],
		['epoch seconds as text', String(NOW / 1000)],
		['epoch milliseconds as text', String(NOW)],
	])('is read: %s', (_, timestamp) => expect(timestampToMs(timestamp)).toBe(NOW));

	it.each([undefined, null, '', 'yesterday', '2026-13-40', -1, NaN, Infinity, {}, true])(
		'is not read: %p',
		(timestamp) => {
			expect(timestampToMs(timestamp)).toBeUndefined();
			expect(isWithinTolerance(timestamp, WINDOW_MS, NOW)).toBe(false);
		},
	);
});

describe('freshness', () => {
	it('is within the window before and after now, both ends included', () => {
		fc.assert(
			fc.property(fc.integer({ min: -3 * WINDOW_MS, max: 3 * WINDOW_MS }), (offset) => {
				const timestamp = new Date(NOW + offset).toISOString();
				expect(isWithinTolerance(timestamp, WINDOW_MS, NOW)).toBe(Math.abs(offset) <= WINDOW_MS);
			}),
			{ examples: [WINDOW_MS, WINDOW_MS + 1].flatMap((offset): Array<[number]> => [[offset], [-offset]]) },
		);
	});
});
