import { expect, it } from '@jest/globals';
import type { IDisplayOptions, INodeProperties, INodeType } from 'n8n-workflow';

import { kindOf } from '../../nodes/shared/values/reading/kind';
import { rangeEndOf } from '../../nodes/shared/values/reading/range';

import { methodsIn, offeredBy, siblingsIn, textsIn } from './description';

const METHOD_KEYS = {
	listSearch: 'searchListMethod',
	loadOptions: 'loadOptionsMethod',
	resourceMapping: 'resourceMapperMethod',
} as const;

/** Pairs of words: the first begins a range, the second ends it. */
const RANGE_WORDS = [
	['min', 'max'],
	['after', 'before'],
	['from', 'to'],
	['since', 'until'],
	['start', 'end'],
	['start', 'stop'],
	['opens', 'closes'],
] as const;

const looksLikeRange = (start: string, end: string): boolean =>
	RANGE_WORDS.some(
		([first, last]) =>
			new RegExp(first, 'i').test(start) && start.toLowerCase().replace(first, last) === end.toLowerCase(),
	);

/** What checks its order itself: the hours of a Kayse campaign with what JSON puts in their place, Contact Hours with their defaults. */
const checksItself = (start: INodeProperties): boolean => kindOf(start) === 'timeOfDay' || start.name === 'opens';

const kindsOfMethods = ['listSearch', 'loadOptions', 'resourceMapping'] as const;

/** What holds of the description of every node. */
export function itIsWellDescribed(node: INodeType): void {
	const { properties } = node.description;
	const { operations } = offeredBy(node);

	it('offers each operation once', () => {
		const { length } = operations;
		expect(new Set(operations.map(({ resource, option }) => `${resource} ${option.value}`)).size).toBe(length);
		expect(new Set(operations.map(({ option }) => option.action)).size).toBe(length);
	});

	it.each(operations)('$at goes through the executor and describes its effect', ({ option }) => {
		const { action = '', description = '', routing, name } = option;
		expect(action).toMatch(/^[A-Z][a-z]+ /);
		expect(description.length).toBeGreaterThan(20);
		expect(description).not.toContain('..');
		expect([action, name]).not.toContain(description);
		expect(routing?.operations?.pagination).toBeInstanceOf(Function);
	});

	const lists = operations.filter(({ option }) => option.name === 'Get Many');
	it.each(lists)('$at shows Return All and Limit', ({ resource, option }) => {
		const shows = ({ displayOptions: { show = {} } = {} }: INodeProperties) =>
			Object.entries({ resource, operation: option.value }).every(
				([name, value]) => show[name]?.some((one) => one === value) ?? true,
			);
		const shown = properties.filter(shows).map(({ name }) => name);
		expect(shown).toEqual(expect.arrayContaining(['returnAll', 'limit']));
	});

	it('uses one credential at a time, as n8n requires: by different values of one field', () => {
		const shown = (node.description.credentials ?? []).map(({ displayOptions }) => displayOptions?.show ?? {});
		const areExclusive = (a: IDisplayOptions['show'] = {}, b: IDisplayOptions['show'] = {}) =>
			Object.entries(a).some(([field, values = []]) => {
				const others: unknown[] = b[field] ?? [...values];
				return values.every((value) => !others.includes(value));
			});
		const pairs = shown.flatMap((one, index) => shown.slice(index + 1).map((other) => [one, other] as const));
		expect(pairs.filter((pair) => !areExclusive(...pair))).toEqual([]);
	});

	it('has few enough properties, because n8n walks through them for every item', () => {
		expect(properties.length).toBeLessThan(300);
	});

	it.each(kindsOfMethods)('uses exactly the methods of %s that it has', (kind) => {
		const wanted = new Set(methodsIn(properties, METHOD_KEYS[kind]));
		expect([...wanted].sort()).toEqual(Object.keys(node.methods?.[kind] ?? {}).sort());
	});

	it('names the end of a range at every field that looks like its start', () => {
		const starts = siblingsIn(properties).flatMap((fields) =>
			fields.flatMap((start) => {
				const end = fields.find(({ name }) => looksLikeRange(start.name, name));
				return end && !checksItself(start) ? [[start.name, end.name, rangeEndOf(start)]] : [];
			}),
		);
		expect(starts.filter(([, end, said]) => said !== end)).toEqual([]);
	});

	it('has no word such as "error" or "problem" in its texts', () => {
		const words = textsIn(node.description).filter((text) => /\b(error|problem|failure|mistake)s?\b/i.test(text));
		expect(words).toEqual([]);
	});
}
