import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { ApiRequest } from '../../../nodes/shared/contract/operation';
import {
	jsonInBody,
	listInBody,
	pairsInBody,
	rowsInBody,
	somethingToSend,
	withBody,
	withQuery,
} from '../../../nodes/shared/operations/prepare';
import { readJson, textList } from '../../../nodes/shared/operations/readers';
import { itemWith } from '../support/items';
import { failureOf } from '../support/failures';

const apiRequest: ApiRequest = {
	request: { method: 'POST', path: '/x', query: { q: 1 }, body: { kept: true } },
	tier: 'low',
};
const bodyAfter = (prepared: ApiRequest) => prepared.request.body;

describe('additions to a request', () => {
	it('keep the other members', () => {
		expect(withBody(apiRequest, { more: 1 })).toEqual({
			...apiRequest,
			request: { ...apiRequest.request, body: { kept: true, more: 1 } },
		});
		expect(withQuery(apiRequest, { more: 1 }).request.query).toEqual({ q: 1, more: 1 });
		expect(apiRequest.request.body).toEqual({ kept: true });
	});

	it('create a body if there is none', () => {
		expect(bodyAfter(withBody({ request: { method: 'POST', path: '/x', query: {} } }, { a: 1 }))).toEqual({ a: 1 });
	});
});

describe('a fixed collection', () => {
	const pairs = {
		values: [
			{ name: 'tone', value: 'warm' },
			{ name: 'pain', value: '' },
		],
	};

	it('becomes an object of names with a value, or an array of rows', () => {
		const call = itemWith({ vars: pairs });
		expect(bodyAfter(pairsInBody('vars', 'variables')(apiRequest, call))).toEqual({
			kept: true,
			variables: { tone: 'warm' },
		});
		expect(bodyAfter(rowsInBody('vars', 'rows')(apiRequest, call))).toEqual({ kept: true, rows: pairs.values });
	});

	it('with a value that has no name is refused', () => {
		const call = itemWith({ vars: { values: [{ name: ' ', value: 'warm' }] } });
		expect(failureOf(() => pairsInBody('vars', 'variables')(apiRequest, call)).message).toContain('Vars');
	});

	it.each([[{}], [{ values: [] }], [''], [{ values: [{ name: 'pain', value: 'N/A' }, {}] }]])(
		'that is empty sends nothing: %j',
		(vars) => {
			const call = itemWith({ vars });
			expect(pairsInBody('vars', 'variables')(apiRequest, call)).toEqual(apiRequest);
		},
	);

	it('without rows sends nothing', () => {
		expect(rowsInBody('vars', 'rows')(apiRequest, itemWith({ vars: {} }))).toEqual(apiRequest);
	});
});

describe('a list', () => {
	it.each([
		['a, b ,,a', ['a', 'b']],
		[
			['a', ' b', 'a'],
			['a', 'b'],
		],
		[
			[1, 2],
			['1', '2'],
		],
		['', []],
		[undefined, []],
		[null, []],
	])('of %j is %j', (value, entries) => {
		expect(textList(value, 'Events')).toEqual(entries);
	});

	it('joins several fields without repeating anything, and sends nothing when all are empty', () => {
		const prepare = listInBody('events', 'chosen', 'entered');
		const call = itemWith({ chosen: ['a', 'b'], entered: ['b', 'c, d'] });
		expect(bodyAfter(prepare(apiRequest, call))).toEqual({ kept: true, events: ['a', 'b', 'c, d'] });
		expect(prepare(apiRequest, itemWith({ chosen: [] }))).toEqual(apiRequest);
	});
});

describe('a JSON field', () => {
	const schema = z.object({ size: z.number(), inner: z.object({ ok: z.boolean() }).optional() });

	it('may be typed or come from an expression', () => {
		expect(readJson('{"size": 3}', 'Extra', schema)).toEqual({ size: 3 });
		expect(readJson({ size: 3 }, 'Extra', schema)).toEqual({ size: 3 });
	});

	it('that does not parse is named', () => {
		for (const broken of ['{size: 3', '', 'x']) {
			expect(failureOf(() => readJson(broken, 'Extra', schema))).toMatchObject({
				kind: 'input',
				message: expect.stringContaining('"Extra"'),
			});
		}
	});

	it('lists five faults at most, and how many more', () => {
		const many = Array.from({ length: 9 }, (_, index) => `n${index}`);
		const { message } = failureOf(() => readJson(many, 'Extra', z.array(z.number())));
		expect(message).toMatch(/^"Extra" has wrong content: 0: .*; 4: [^;]* and 4 more$/);
	});

	it('of another shape is named with the place', () => {
		const { message } = failureOf(() => readJson('{"size": "big", "inner": {"ok": 1}}', 'Extra', schema));
		expect(message).toContain('size');
		expect(message).toContain('inner.ok');
	});

	it('goes into the body, or nowhere when it is empty', () => {
		const prepare = jsonInBody('extra', 'Extra', 'settings', schema);
		expect(bodyAfter(prepare(apiRequest, itemWith({ extra: '{"size": 1}' })))).toEqual({
			kept: true,
			settings: { size: 1 },
		});
		expect(prepare(apiRequest, itemWith({ extra: '' }))).toEqual(apiRequest);
	});
});

describe('an update', () => {
	it('with a value continues', () => {
		expect(somethingToSend('Fields to Update')(apiRequest, itemWith({}))).toBe(apiRequest);
	});

	it.each([undefined, {}])('with the body %j is refused without a request', (body) => {
		const empty = { request: { ...apiRequest.request, body } };
		const { kind, description } = failureOf(() => somethingToSend('Fields to Update')(empty, itemWith({})));
		expect(kind).toBe('input');
		expect(description).toContain('Fields to Update');
	});
});
