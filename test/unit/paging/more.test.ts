import { describe, expect, it } from '@jest/globals';

import { tellsOfMore } from '../../../nodes/shared/paging/more';
import { announcedBy } from '../../../nodes/shared/paging/totals';

const rows = [{ id: 1 }, { id: 2 }, { id: 3 }];

const tellsOfMoreIn = (beside: object, headers: Record<string, string> = {}): boolean => {
	const answer = { body: { data: rows, ...beside }, headers };
	return tellsOfMore({ ...answer, announced: announcedBy(answer), distinct: rows.length });
};

describe('a complete list does not count as a part', () => {
	it.each([
		{ last: true, totalElements: 3, totalPages: 1, number: 0 },
		{ isLast: 'true' },
		{ more: false },
		{ truncated: 'no' },
		{ links: [{ rel: 'prev', href: 'https://vendor.example/' }] },
		{ links: { first: 'https://vendor.example/?page=1', last: 'https://vendor.example/?page=1', next: null } },
		{ '@odata.count': 3 },
		{ meta: { pagination: { page: 1, pageCount: 1, total: 3 } } },
		{ pages: { next: null, page: 1, total_pages: 1 } },
		{ next_offset: null },
	])('by %j', (beside) => expect(tellsOfMoreIn(beside)).toBe(false));

	it.each([
		'<https://vendor.example/>; rel="prev"',
		'<https://vendor.example/next>; rel="next-archive"',
		'<https://vendor.example/>; rel=last',
	])('by the Link %s', (link) => expect(tellsOfMoreIn({}, { link })).toBe(false));

	it.each(['items 0-2/3', '0-2/*'])('by the Content-Range %s', (range) =>
		expect(tellsOfMoreIn({}, { 'content-range': range })).toBe(false),
	);
});
