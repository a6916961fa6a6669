import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { contactKeys, HOUR_MS, possibleAt, type ContactLimit } from '../../../nodes/shared/contacts/limit';
import { processKeys } from '../../../nodes/shared/memory/processKeys';
import { contactsOf } from '../../../nodes/shared/run/contactHistory';

const START = Date.UTC(2026, 2, 1, 12, 17);

/** Asks at each of these times, and makes the contacts that are allowed. @returns when */
async function contactsMade(limit: ContactLimit, times: number[]): Promise<number[]> {
	const store = processKeys(30_000);
	const made: number[] = [];
	for (const now of times) {
		const [before = []] = await contactsOf([{ person: 'Ann', limit }], now, store);
		if (possibleAt(limit, now, before) > now) continue;
		const { day, hour } = contactKeys('Ann', now, before, new Set());
		await store.add([day, hour]);
		made.push(now);
	}
	return made;
}

const limits = fc.record({
	most: fc.integer({ min: 1, max: 4 }),
	periodMs: fc.integer({ min: 1, max: 72 }).map((hours) => hours * HOUR_MS),
});
const times = fc
	.array(fc.integer({ min: 1, max: 40 * HOUR_MS }), { minLength: 1, maxLength: 25 })
	.map((gaps) => gaps.map((_, end) => START + gaps.slice(0, end).reduce((sum, gap) => sum + gap, 0)));

describe('a contact limit', () => {
	it('never lets more contacts through in any period than the limit', async () => {
		await fc.assert(
			fc.asyncProperty(limits, times, async (limit, asked) => {
				const made = await contactsMade(limit, asked);
				return made.every(
					(time) => made.filter((other) => other > time - limit.periodMs && other <= time).length <= limit.most,
				);
			}),
		);
	});

	it('does not hold a person back for more than an hour longer', async () => {
		await fc.assert(
			fc.asyncProperty(limits, times, async (limit, asked) => {
				const made = await contactsMade(limit, asked);
				const heldBack = asked.filter((time) => !made.includes(time));
				return heldBack.every(
					(time) =>
						made.filter((other) => other > time - limit.periodMs - HOUR_MS && other < time).length >= limit.most,
				);
			}),
		);
	});

	it('names the time of the next possible contact, which is then possible', async () => {
		await fc.assert(
			fc.asyncProperty(limits, fc.array(fc.integer({ min: 0, max: 70 }), { maxLength: 8 }), async (limit, ago) => {
				const hours = ago
					.map((hoursAgo) => Math.floor(START / HOUR_MS) - hoursAgo)
					.filter((hour) => hour >= Math.floor((START - limit.periodMs) / HOUR_MS));
				const at = possibleAt(limit, START, hours);
				const countedAt = (time: number) =>
					hours.filter((hour) => hour >= Math.floor((time - limit.periodMs) / HOUR_MS)).length;
				return countedAt(at) < limit.most && (at === START || countedAt(at - 1) >= limit.most);
			}),
		);
	});

	it('counts contacts from before a change of the limit', async () => {
		const store = processKeys(30_000);
		const { day, hour } = contactKeys('Ann', START, [], new Set());
		await store.add([day, hour]);
		const later = START + 30 * HOUR_MS;
		const contactsUnder = async (periodMs: number) =>
			(await contactsOf([{ person: 'Ann', limit: { most: 1, periodMs } }], later, store))[0];
		expect(await contactsUnder(24 * HOUR_MS)).toEqual([]);
		expect(await contactsUnder(7 * 24 * HOUR_MS)).toHaveLength(1);
	});
});
