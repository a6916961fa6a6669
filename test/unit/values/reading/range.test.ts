import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { INodeProperties } from 'n8n-workflow';

import { readField } from '../../../../nodes/shared/values/reading/field';
import { ofKind, type Kind } from '../../../../nodes/shared/values/reading/kind';
import { rangeStart } from '../../../../nodes/shared/values/reading/range';

const surroundings = { timeZone: 'America/New_York', unfiltered: () => undefined };

/** A collection with the start and the end of a range, in which the end stands first. */
const rangeOf = (kind: Kind): INodeProperties => {
	const field = (displayName: string, name: string) => ofKind(kind, { displayName, name, type: 'string', default: '' });
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		default: {},
		options: [field('End', 'end'), rangeStart('end', field('Start', 'start'))],
	};
};

function isTaken(kind: Kind, start: unknown, end: unknown): boolean {
	try {
		readField(rangeOf(kind), { start, end }, surroundings);
		return true;
	} catch {
		return false;
	}
}

const pad = (number: number): string => String(number).padStart(2, '0');
const minuteOfDay = fc.integer({ min: 0, max: 1_439 });
const clock = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
const half = (minutes: number): string =>
	`${Math.floor(minutes / 60) % 12 || 12}:${pad(minutes % 60)} ${minutes < 720 ? 'am' : 'PM'}`;
const moment = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

describe('a range is taken if, and only if, it does not end before it begins', () => {
	it('of numbers, in any spelling', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 999 }),
				fc.integer({ min: 0, max: 999 }),
				(a, b) => isTaken('wholeNumber', String(a), b) === a <= b,
			),
		);
	});

	it('of hours, in any spelling; an empty range is refused', () => {
		fc.assert(fc.property(minuteOfDay, minuteOfDay, (a, b) => isTaken('clock', half(a), clock(b)) === a < b));
	});

	it('of points in time, in any zone', () => {
		fc.assert(
			fc.property(moment, moment, fc.integer({ min: -11, max: 11 }), (a, b, hours) => {
				const elsewhere = new Date(b.getTime() + hours * 3_600_000)
					.toISOString()
					.replace('Z', `${hours < 0 ? '-' : '+'}${pad(Math.abs(hours))}:00`);
				return isTaken('moment', a.toISOString(), elsewhere) === a <= b;
			}),
		);
	});

	it('of days', () => {
		fc.assert(
			fc.property(moment, moment, (a, b) => {
				const [first, last] = [a, b].map((date) => date.toISOString().slice(0, 10));
				return isTaken('day', first, last) === String(first) <= String(last);
			}),
		);
	});

	it.each(['', 'N/A', null, undefined])('and half a range is one (%j)', (nothing) => {
		expect([
			isTaken('clock', '17:00', nothing),
			isTaken('wholeNumber', nothing, 3),
			isTaken('moment', '2026-03-01', nothing),
		]).toEqual([true, true, true]);
	});
});
