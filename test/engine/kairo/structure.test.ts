import { describe, expect, it } from '@jest/globals';

import { categories, type CategoryName } from '../../../nodes/Kairo/endpoints';
import { Kairo } from '../../../nodes/Kairo/Kairo.node';
import { offeredBy } from '../description';
import { itIsWellDescribed } from '../wellDescribed';
import { CATEGORIES, ENDPOINTS, type Resource } from './endpoints';

const node = new Kairo();
const { properties } = node.description;
const { resources, operations } = offeredBy(node);

/** 35 endpoints, and API Request in each category. */
const OPERATIONS = 39;
const API_REQUEST = 'apiRequest';

const names = Object.keys(CATEGORIES) as Resource[];
const operationsOf = (name: Resource) => operations.filter(({ resource }) => resource === name).map(({ option }) => option);
const endpointsOf = (name: CategoryName) => Object.entries(categories[name].endpoints);

describe('the KAIRO node', () => {
	itIsWellDescribed(node);

	it('offers all resources and operations', () => {
		expect(resources.map(({ value }) => value).sort()).toEqual([...names].sort());
		expect(operations).toHaveLength(OPERATIONS);
	});

	it.each(names)('has as many endpoints and exactly the methods that KAIRO prints: %s', (name) => {
		const { root, methods, count } = CATEGORIES[name];
		expect(categories[name].root).toBe(root);
		expect([...categories[name].methods].sort()).toEqual([...methods].sort());
		expect(endpointsOf(name)).toHaveLength(count);
		expect([...new Set(endpointsOf(name).map(([, { method }]) => method))].sort()).toEqual([...methods].sort());
	});

	it.each(names)('offers an operation for each endpoint, and an API Request besides: %s', (name) => {
		const offered = operationsOf(name).map(({ value }) => value);
		expect(offered.sort()).toEqual([...endpointsOf(name).map(([key]) => key), API_REQUEST].sort());
		const written = endpointsOf(name).map(([, { method, path }]) => `${method} ${categories[name].root}${path.replace(/\{(\w+)\}/g, ':$1')}`);
		expect(written.sort()).toEqual([...ENDPOINTS[name]].sort());
	});

	it.each(names)('offers the methods of the category in its API Request, and no header: %s', (name) => {
		const fields = properties.filter(
			({ displayOptions }) =>
				displayOptions?.show?.resource?.includes(name) && displayOptions.show.operation?.includes(API_REQUEST),
		);
		const [method] = fields.filter((field) => field.name === 'method');
		expect(method?.options?.map((option) => 'value' in option && option.value).sort()).toEqual([...CATEGORIES[name].methods].sort());
		expect(fields.filter((field) => /header/i.test(JSON.stringify(field)))).toEqual([]);
	});

	it('says of each endpoint that KAIRO does not print where it is looked for, and only of those', () => {
		for (const name of names) {
			for (const [key, { method, path, standing }] of endpointsOf(name)) {
				const { description = '' } = operationsOf(name).find(({ value }) => value === key) ?? {};
				const tells = description.includes('KAIRO publishes no path for this;') && description.includes(`${method} ${categories[name].root}${path}`);
				expect([name, key, tells]).toEqual([name, key, standing !== 'documented']);
				expect(description.includes('this node assumes')).toBe(standing === 'assumed');
			}
		}
	});

	it('says what cannot be taken back', () => {
		const deleting = operations.filter(({ option }) => ['delete', 'removeTool'].includes(String(option.value)));
		expect(deleting).toHaveLength(3);
		for (const { option } of deleting) expect(option.description).toContain('for good');
	});

});
