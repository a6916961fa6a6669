import { describe, expect, it } from '@jest/globals';

import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { Clock } from '../../../sandbox/clock';
import { KaiCalls as SandboxKaiCalls } from '../../../sandbox/kaicalls/kaicalls';
import { kaicallsRoutes } from '../../../sandbox/kaicalls/routes';
import { methodsIn, offeredBy, textsIn } from '../description';
import { ENDPOINTS, IN_ITS_OWN_TEST, LEFT_OUT } from './endpoints';

const node = new KaiCalls();
const { properties } = node.description;
const { resources, operations } = offeredBy(node);

/** Call > Create and Wait and Get Recording included. */
const OPERATIONS = 48;

describe('the KaiCalls node', () => {
	it('offers each resource and operation once', () => {
		expect(resources).toHaveLength(18);
		expect(operations).toHaveLength(OPERATIONS);
		expect(new Set(operations.map(({ resource, option }) => `${resource} ${option.value}`)).size).toBe(OPERATIONS);
		expect(new Set(operations.map(({ option }) => option.action)).size).toBe(OPERATIONS);
	});

	it.each(operations)('$at goes through the executor and says what it does', ({ option }) => {
		const { action = '', description = '', routing, name } = option;
		expect(action).toMatch(/^[A-Z][a-z]+ /);
		expect(description.length).toBeGreaterThan(20);
		expect([action, name]).not.toContain(description);
		expect(routing?.operations?.pagination).toBeInstanceOf(Function);
	});

	it('shows Return All and Limit for every list', () => {
		const lists = operations.filter(({ option }) => option.name === 'Get Many');
		expect(lists).toHaveLength(16);
		expect(lists.map(({ option }) => option.value)).toEqual(lists.map(() => 'getAll'));
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

	it('tests every documented endpoint, or says why it is left out', () => {
		const documented = kaicallsRoutes(new SandboxKaiCalls(new Clock(1))).map(({ method, path }) => `${method} ${path}`);
		const accounted = [...Object.values(ENDPOINTS).flat(), ...IN_ITS_OWN_TEST, ...Object.keys(LEFT_OUT)];
		expect(accounted.sort()).toEqual(documented.sort());
		expect(Object.keys(ENDPOINTS).sort()).toEqual(resources.map(({ value }) => value).sort());
	});
});
