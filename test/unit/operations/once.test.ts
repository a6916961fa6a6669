import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { eachItem } from '../../../nodes/shared/operations/eachItem';
import { onceKey } from '../../../nodes/shared/operations/once';
import { Driving, reportsOf } from '../support/driving';
import { response } from '../support/wire';

/** Texts each item's person. */
const texting = eachItem((item) => {
	const body = { to: item.parameter('to'), text: item.parameter('text') };
	const request = { method: 'POST' as const, path: '/texts', query: {}, body };
	return {
		identity: { effect: request },
		once: onceKey(item, body),
		perform: async (api) => {
			await api.send({ request });
			return [{ sent: true }];
		},
	};
});

const message = fc.record({ to: fc.nat(5), text: fc.constantFrom('a', 'b') });

describe('items that reach a person', () => {
	it('send the same text to the same person once, with any result; each repetition has the same result as the first', async () => {
		const worlds = fc.tuple(
			fc.array(message, { maxLength: 30 }),
			fc.array(fc.constantFrom(200, 400, 500), { minLength: 30, maxLength: 30 }),
		);
		await fc.assert(
			fc.asyncProperty(worlds, async ([messages, statuses]) => {
				let sent = 0;
				const driving = new Driving(texting, { answer: () => ({ response: response(statuses[sent++] ?? 200, {}) }) });
				const ends = reportsOf(await driving.over(messages));
				const keys = messages.map((one) => JSON.stringify(one));
				expect(driving.requests).toHaveLength(new Set(keys).size);
				for (const [index, key] of keys.entries()) {
					const first = keys.indexOf(key);
					const [own, earlier] = [ends[index], ends[first]];
					if (first === index) continue;
					if (Array.isArray(earlier))
						expect(own).toEqual([{ ...earlier[0], duplicateOfItem: first, note: expect.any(String) }]);
					else
						expect(own).toMatchObject({ kind: earlier?.kind, message: `Same as item ${first}: ${earlier?.message}` });
				}
			}),
		);
	});

	it('send once for each item when the user wants that', async () => {
		const driving = new Driving(texting);
		await driving.over(
			Array.from({ length: 3 }, () => ({
				to: 1,
				text: 'a',
				'options.allowDuplicates': true,
				options: { allowDuplicates: true },
			})),
		);
		expect(driving.requests).toHaveLength(3);
	});

	it('are compared in one pass, also 10,000 of them', async () => {
		const driving = new Driving(texting);
		const run = await driving.over(Array.from({ length: 10_000 }, (_, index) => ({ to: index % 5_000, text: 'a' })));
		expect(driving.requests).toHaveLength(5_000);
		expect(reportsOf(run).filter((end) => Array.isArray(end) && end[0]?.duplicateOfItem !== undefined)).toHaveLength(
			5_000,
		);
	});
});
