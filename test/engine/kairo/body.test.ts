import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { useKairoBench } from '../kairo';

const bench = useKairoBench();

const post = (body: string) => ({
	resource: 'agent',
	operation: 'apiRequest',
	agentMethod: 'POST',
	agentPath: '',
	body,
});

/** The body as it went over the wire. */
const sentBy = async (body: string, item: IDataObject = {}) => {
	const { error } = await bench.run(post(body), { items: [item] });
	expect(error?.message).toBeUndefined();
	return bench.requests().at(-1)?.body;
};

const refusalOf = async (body: string, item: IDataObject = {}) => {
	const { items } = await bench.run(post(body), { items: [item], settings: { onError: 'continueRegularOutput' } });
	expect(bench.requests()).toEqual([]);
	expect(items[0]?.json.details).toMatchObject({ outcome: 'input' });
	return items[0]?.json.error;
};

describe('Body (JSON) of an API request arrives as it was written', () => {
	it.each<[string, unknown]>([
		[
			'{ "name": "Ada", "deep": { "list": [1, -2.5, 1e3, true, null, ""] } }',
			{ name: 'Ada', deep: { list: [1, -2.5, 1000, true, null, ''] } },
		],
		['\ufeff { "name": "Ada" }\n', { name: 'Ada' }],
		['{ "name": "Ada", "id": "1234567890123456789" }', { name: 'Ada', id: '1234567890123456789' }],
		['{ "name": "Ada", "id": 9007199254740991 }', { name: 'Ada', id: 9007199254740991 }],
		['{ "name": "Zoë 👩🏽‍💻 \\u00e9 \\" \\\\" }', { name: 'Zoë 👩🏽‍💻 é " \\' }],
		[
			'{ "name": "Ada", "a": { "same": 1 }, "b": { "same": 2 }, "c": [{ "same": 3 }, { "same": 4 }], "same": "same" }',
			{ name: 'Ada', a: { same: 1 }, b: { same: 2 }, c: [{ same: 3 }, { same: 4 }], same: 'same' },
		],
		['{ "name": "Ada", "text": "{\\"a\\": 1, \\"a\\": 2}" }', { name: 'Ada', text: '{"a": 1, "a": 2}' }],
	])('%s', async (written, arrives) => {
		expect(await sentBy(written)).toEqual(arrives);
		expect(await sentBy('={{ $json.body }}', { body: written })).toEqual(arrives);
	});

	it('from an expression that brings an object or a list', async () => {
		const body = { name: 'Ada', config: { tools: [{ id: '1234567890123456789', on: false }] } };
		expect(await sentBy('={{ $json.body }}', { body })).toEqual(body);
	});

	it('with values of expressions between its words', async () => {
		expect(
			await sentBy('={ "name": "{{ $json.first }}", "size": {{ $json.size }} }', { first: 'Ada', size: 3 }),
		).toEqual({ name: 'Ada', size: 3 });
	});

	it('of each item with its own values', async () => {
		const items = ['A', 'B', 'C'].map((name) => ({ body: { name } }));
		await bench.run(post('={{ $json.body }}'), { items });
		expect(bench.requests().map(({ body }) => body)).toEqual(items.map(({ body }) => body));
	});

	it.each(['', '   '])('is left out if it is empty: %j', async (body) => {
		await bench.run(post(body));
		expect(bench.requests()).toMatchObject([{ method: 'POST', body: null }]);
	});
});

describe('Body (JSON) of an API request is refused, and nothing is sent, if something in it would change or is missing', () => {
	const tooLong = (number: string) =>
		`"Body (JSON)" has the number ${number}, with too many digits to send it as a number`;
	const missing = (what: string) => `"Body (JSON)" has ${what} in it: a value is missing`;

	it.each<[string, string]>([
		['{ "id": 1234567890123456789 }', tooLong('1234567890123456789')],
		['{ "deep": [{ "id": -12345678901234567890 }] }', tooLong('-12345678901234567890')],
		['[12345678901234567.5]', tooLong('12345678901234567.5')],
		['{ "name": "A", "name": "B" }', '"Body (JSON)" has "name" twice in one object'],
		['{ "a": [{ "b": { "c": 1, "\\u0063": 1 } }] }', '"Body (JSON)" has "c" twice in one object'],
		['{ "name": undefined }', missing('undefined')],
		['{ "name": "undefined" }', missing('"undefined"')],
		['{ "size": NaN }', missing('NaN')],
		['{ "name": [object Object] }', missing('[object Object]')],
		['{ "name": }', missing('a place without a value')],
		['{ “name”: “Ada” }', '"Body (JSON)" is not valid JSON: it has curly quotation marks'],
		["{ 'name': 'Ada' }", '"Body (JSON)" is not valid JSON'],
		['{ "name": "Ada", }', '"Body (JSON)" is not valid JSON: it has a comma before a closing bracket'],
		['{ "name": "Ada"', '"Body (JSON)" is not valid JSON'],
		['"Ada"', '"Body (JSON)" has wrong content: must be an object or an array'],
		['null', '"Body (JSON)" has wrong content: must be an object or an array'],
	])('%s', async (written, error) => {
		expect(await refusalOf(written)).toBe(error);
		expect(await refusalOf('={{ $json.body }}', { body: written })).toBe(error);
	});

	it.each<[string, IDataObject, string]>([
		['={{ $json.nothing }}', {}, '"Body (JSON)" is missing: its expression returned nothing'],
		...[null, '', '  '].map((body): [string, IDataObject, string] => [
			'={{ $json.body }}',
			{ body },
			'"Body (JSON)" is missing: its expression returned nothing',
		]),
		['={ "name": "{{ $json.nothing }}", "size": {{ $json.nothing }} }', {}, missing('a place without a value')],
		['={ "name": {{ $json.body }} }', { body: { first: 'Ada' } }, missing('[object Object]')],
		['={{ $json.body }}', { body: { id: 2 ** 60 } }, tooLong('1152921504606847000')],
		['={{ ({ size: 0 / 0 }) }}', {}, '"Body (JSON)" has NaN in it: a number is missing'],
		['={{ ({ at: DateTime.fromISO("no date") }) }}', {}, '"Body (JSON)" must be a date (got "Invalid DateTime")'],
		['={{ ({ undefined: 1 }) }}', {}, missing('"undefined"')],
		['={{ ({ name: $json.nothing, size: 1 }) }}', {}, '"Body (JSON)" has undefined in "name": a value is missing'],
	])('from an expression: %s', async (written, item, error) => {
		expect(await refusalOf(written, item)).toContain(error);
	});

	it('does not affect the other items', async () => {
		const bodies = ['{ "name": "A" }', '{ "name": "B", "name": "C" }', '{ "name": "D" }'];
		const { items, errors } = await bench.run(post('={{ $json.body }}'), {
			items: bodies.map((body) => ({ body })),
			settings: { onError: 'continueErrorOutput' },
		});
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(errors.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			['"Body (JSON)" has "name" twice in one object', { item: 1 }],
		]);
	});
});
