import { describe, expect, it } from '@jest/globals';

import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { Clock } from '../../../sandbox/clock';
import { Kakiyo as SandboxKakiyo } from '../../../sandbox/kakiyo/kakiyo';
import { kakiyoRoutes } from '../../../sandbox/kakiyo/routes';
import { methodsIn, offeredBy, textsIn } from '../description';
import { ENDPOINTS, IN_ITS_OWN_TEST } from './endpoints';

const node = new Kakiyo();
const { properties } = node.description;

const { resources, operations } = offeredBy(node);

describe('the Kakiyo node', () => {
	it('offers each resource and operation once', () => {
		expect(resources).toHaveLength(11);
		expect(operations).toHaveLength(58);
		expect(new Set(operations.map(({ resource, option }) => `${resource} ${option.value}`)).size).toBe(58);
		expect(new Set(operations.map(({ option }) => option.action)).size).toBe(58);
	});

	it.each(operations)('$at goes through the executor and says what it does', ({ option }) => {
		const { action = '', description = '', routing, name } = option;
		expect(action).toMatch(/^[A-Z][a-z]+ /);
		expect(description.length).toBeGreaterThan(20);
		expect([action, name]).not.toContain(description);
		expect(routing?.operations?.pagination).toBeInstanceOf(Function);
	});

	it('has few enough properties for n8n to walk through for every item', () => {
		expect(properties.length).toBeLessThan(300);
	});

	it('asks for all methods that it has, and for no other', () => {
		const wanted = (key: Parameters<typeof methodsIn>[1]) => [...new Set(methodsIn(properties, key))].sort();
		expect(wanted('searchListMethod')).toEqual(Object.keys(node.methods.listSearch).sort());
		expect(wanted('loadOptionsMethod')).toEqual(Object.keys(node.methods.loadOptions).sort());
	});

	it('speaks of what happened and what to do, not of errors', () => {
		const words = textsIn(node.description).filter((text) => /\b(error|problem|failure|mistake)s?\b/i.test(text));
		expect(words).toEqual([]);
	});

	it('tests every documented endpoint', () => {
		const documented = kakiyoRoutes(new SandboxKakiyo(new Clock(1))).map(({ method, path }) => `${method} ${path}`);
		expect(documented).toHaveLength(61);
		expect([...Object.values(ENDPOINTS).flat(), ...IN_ITS_OWN_TEST].sort()).toEqual(documented.sort());
		expect(Object.keys(ENDPOINTS).sort()).toEqual(resources.map(({ value }) => value).sort());
	});
});
