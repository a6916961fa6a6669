import { describe, expect, it } from '@jest/globals';
import { mayBeSameName, oneNameForEachAddress } from '../../../nodes/Kakiyo/resources/prospect/sharedAddress';
import { failureOf } from '../support/failures';

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
	])('may be one person: %j, %j', (one, other) => {
		expect([mayBeSameName(one, other), mayBeSameName(other, one)]).toEqual([true, true]);
	});

	it.each([['Ann Q', 'Bob Z'], ['Ann Example', 'Bob Example'], ['Ann Example', 'Ann Sample'], ['山田 太郎', '山田 花子'], ['राम', 'रमा']])('are two people: %j, %j', (one, other) => {
		expect([mayBeSameName(one, other), mayBeSameName(other, one)]).toEqual([false, false]);
	});

	it('are told with the item that had it first, of each run anew', () => {
		const url = 'https://linkedin.com/in/ann-q';
		const check = oneNameForEachAddress();
		for (const [index, name] of ['Ann Q', 'ann q.', 'Ann'].entries()) check({ name, url }, index);
		check({ name: 'Bob Z', url: `${url}uill` }, 3);
		expect(failureOf(() => check({ name: 'Bob Z', url }, 4))).toMatchObject({ kind: 'input', message: expect.stringContaining('Item 0 has the same LinkedIn profile') });
		oneNameForEachAddress()({ name: 'Bob Z', url }, 0);
	});
});
