import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { announcedBy } from '../../../nodes/shared/paging/totals';

const telling = (total: unknown) => ({ body: { data: [], total }, headers: {} });
const rows = fc.integer({ min: 1, max: 10_000 });

describe('the rows that totals announce', () => {
	it.each([1300, '1300', ' 1,300 ', '1.300', '1 300', "1'300"])('are read from %j', (total) => {
		expect(announcedBy(telling(total))).toBe(1300);
		expect(announcedBy({ body: [], headers: { 'x-total-count': String(total) } })).toBe(1300);
	});

	it.each([undefined, null, '', 'many', '1,30', {}])('are unknown if the total is %j', (total) => {
		expect(announcedBy(telling(total))).toBe(0);
		expect(announcedBy(telling(total), 130, 100)).toBe(130);
	});

	it('are not fewer if a later page counts itself, or the rows from there on', () => {
		fc.assert(
			fc.property(rows, fc.nat(), fc.nat(), (all, before, part) => {
				const earlier = 1 + (before % all);
				const left = all - earlier;
				expect(announcedBy(telling(left === 0 ? 0 : part % (left + 1)), all, earlier)).toBe(all);
			}),
		);
	});

	it('are fewer if some have been deleted meanwhile, and not more if some have been added', () => {
		fc.assert(
			fc.property(rows, fc.nat(), fc.nat(), (all, before, some) => {
				const earlier = before % (all + 1);
				const few = some % (1 + Math.floor(earlier / 2));
				expect(announcedBy(telling(all - few), all, earlier)).toBe(all - few);
				expect(announcedBy(telling(all + few), all, earlier)).toBe(all);
			}),
		);
	});

	it('are the highest number of any page', () => {
		expect(announcedBy(telling(250), 100, 100)).toBe(250);
		expect(announcedBy(telling(250), 0, 100)).toBe(250);
	});
});
