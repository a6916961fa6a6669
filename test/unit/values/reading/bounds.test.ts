import { describe, expect, it } from '@jest/globals';

import { namedEvents } from '../../../../nodes/shared/webhook/namedEvents';
import { readList } from '../../../../nodes/shared/values/reading/list';
import { readUrl } from '../../../../nodes/shared/values/reading/url';
import { reading } from '../../support/reading';

const known = [{ name: 'Call Ended', value: 'call.ended' }];

describe('a megabyte in a field that holds little', () => {
	it.each<[string, () => unknown, RegExp]>([
		[
			'a web address',
			() => readUrl(`https://vendor.test/${'a/'.repeat(500_000)}`, reading()),
			/"Field" is longer than 20,000 characters/,
		],
		['a list', () => readList('a,'.repeat(500_000), reading()), /"Field" is longer than 200,000 characters/],
		[
			'the name of an event',
			() => namedEvents(['a'.repeat(1_000_000)], 'Events', known),
			/"Events" must hold names of events \(got .* too long/,
		],
		[
			'many events',
			() =>
				namedEvents(
					Array.from({ length: 500_000 }, (_, place) => `e${place}`),
					'Events',
					known,
				),
			/"Events" has more than 1,000 entries/,
		],
	])('is refused by name before it is read: %s', (_what, read, words) => {
		expect(read).toThrow(words);
	});

	it('a long address with a signature, a list of thousands and events of a vendor’s own are taken', () => {
		expect(readUrl(`https://vendor.test/?signature=${'a1'.repeat(4_000)}`, reading())).toHaveLength(8_031);
		expect(readList(Array.from({ length: 5_000 }, (_, place) => place).join(','), reading())).toHaveLength(5_000);
		expect(namedEvents(['Call Ended', 'call.transferred'], 'Events', known)).toEqual([
			'call.ended',
			'call.transferred',
		]);
	});
});
