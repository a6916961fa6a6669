import { describe, expect, it } from '@jest/globals';
import { oneNameForEachAddress } from '../../../nodes/Kakiyo/resources/prospect/sharedAddress';
import { recordStatements } from '../../../nodes/shared/memory/recordStatements';
import { failureOf } from '../support/failures';

const url = 'https://linkedin.com/in/ann-q';

/** Whether rows of these names go together, in either order. */
const gone = (...names: string[]) =>
	[names, [...names].reverse()].map((each) => {
		const check = oneNameForEachAddress(recordStatements({}, '', 0));
		try {
			each.forEach((name, index) => check({ name, url }, index));
			return true;
		} catch {
			return false;
		}
	});

describe('two names at one address', () => {
	it.each([
		['Ann Example', 'ANN  EXAMPLE '],
		['Ann Example', 'Example, Ann'],
		['José Núñez', 'Jose\u0301 Nunez'],
		['Ann Example', 'Ann'],
		['Ann Example', 'Dr. Ann Marie Example, PhD'],
		['Sinéad O’Brien', 'Sinead OBrien'],
		['山田 太郎', '山田太郎'],
		['AnnExample', 'Ann Example'],
		['🚀', 'Ann Example'],
		['Jürgen Groß', 'Juergen Gross'],
		['Søren Łukasz', 'Soren Lukasz'],
		['Mrs. Ann Example', 'Prof. Ann Example'],
		['Ann E.', 'Ann Example'],
		['Bob Example Jr.', 'Bob Example'],
	])('may be one person: %j, %j', (one, other) => {
		expect(gone(one, other)).toEqual([true, true]);
	});

	it.each([
		['Ann Q', 'Bob Z'],
		['Ann Example', 'Bob Example'],
		['Ann Example', 'Ann Sample'],
		['山田 太郎', '山田 花子'],
		['राम', 'रमा'],
		['Bob Example Jr.', 'Bob Example Sr.'],
		['Dr. Ann', 'Dr. Bob'],
	])('are two people: %j, %j', (one, other) => {
		expect(gone(one, other)).toEqual([false, false]);
	});

	it('are reported with the item that had it first', () => {
		const check = oneNameForEachAddress(recordStatements({}, '', 0));
		for (const [index, name] of ['Ann Q', 'ann q.', 'Ann'].entries()) check({ name, url }, index);
		check({ name: 'Bob Z', url: `${url}uill` }, 3);
		expect(failureOf(() => check({ name: 'Bob Z', url }, 4))).toMatchObject({
			kind: 'input',
			message: expect.stringContaining('Item 0 has the same LinkedIn profile'),
		});
	});

	it('are found in another turn of a loop, too', () => {
		const kept = {};
		oneNameForEachAddress(recordStatements(kept, 'add', 0))({ name: 'Ann Q', url }, 7);
		const next = oneNameForEachAddress(recordStatements(kept, 'add', 1));
		next({ name: 'Ann', url }, 0);
		expect(failureOf(() => next({ name: 'Bob Z', url }, 1)).message).toContain(
			'Item 7 of an earlier run of this node has the same LinkedIn profile',
		);
	});
});
