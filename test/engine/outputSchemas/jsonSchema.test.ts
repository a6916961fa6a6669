import { describe, expect, it } from '@jest/globals';

import { schemaOf, withTypesOf } from './jsonSchema';

const text = { type: 'string' };

describe('the schema of some values', () => {
	it.each([
		['texts', ['a', null, 'b'], text],
		['whole numbers', [1, 2], { type: 'integer' }],
		['numbers of which some are whole', [1, 2.5], { type: 'number' }],
		['nothing but null', [null, undefined], { type: 'null' }],
		['what is a text here and a number there', [1, 'a'], { type: ['string', 'integer'] }],
		['lists of which one is empty', [[], ['a']], { type: 'array', items: text }],
		[
			'records, with the members of all in order',
			[{ a: 'x' }, { a: null, b: true }],
			{ type: 'object', properties: { a: text, b: { type: 'boolean' } } },
		],
	])('%s', (_, values, schema) => {
		expect(schemaOf(values)).toEqual(schema);
	});

	it('takes its open types from the other schemas, within lists too, but no members that it lacks', () => {
		const open = schemaOf([{ note: null, tags: [], people: [{ name: null }] }]);
		const known = schemaOf([{ note: 'x', tags: ['y'], people: [{ name: 'Ada', age: 36 }], more: 1 }]);
		expect(withTypesOf(open, [open, known])).toEqual(schemaOf([{ note: 'x', tags: ['y'], people: [{ name: 'Ada' }] }]));
	});
});
