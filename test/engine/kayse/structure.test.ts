import { describe, expect, it } from '@jest/globals';

import { Kayse } from '../../../nodes/Kayse/Kayse.node';
import { Clock } from '../../../sandbox/clock';
import { Kayse as SandboxKayse } from '../../../sandbox/kayse/kayse';
import { kayseRoutes } from '../../../sandbox/kayse/routes';
import { methodsIn, offeredBy, textsIn } from '../description';
import { COMPOSED, ENDPOINTS, IN_ITS_OWN_TEST } from './endpoints';

const node = new Kayse();
const { properties } = node.description;
const { resources, operations } = offeredBy(node);
const ofOneEndpoint = operations.filter(({ resource }) => !COMPOSED.includes(String(resource)));

/** 20 endpoints; Case > Delete stands for two of them. */
const OPERATIONS = 19;

describe('the Kayse node', () => {
	it('offers each resource and operation once', () => {
		expect(resources.map(({ name }) => name)).toEqual(resources.map(({ name }) => name).sort());
		expect(ofOneEndpoint).toHaveLength(OPERATIONS);
		expect(new Set(operations.map(({ resource, option }) => `${resource} ${option.value}`)).size).toBe(operations.length);
		expect(new Set(operations.map(({ option }) => option.action)).size).toBe(operations.length);
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
		expect(lists.map(({ resource, option }) => `${resource} ${option.value}`).sort()).toEqual([
			'campaign getAll',
			'caseList getAll',
			'metadata getAll',
		]);
	});

	it('says of every operation that reaches people that they are real', () => {
		const reaching = operations.filter(({ option }) => /\b(real|person|people)\b/i.test(option.description ?? ''));
		const names = reaching.map(({ resource, option }) => `${resource} ${option.value}`);
		expect(names).toEqual(expect.arrayContaining(['call schedule', 'campaign create', 'case sendSms', 'case sendEmail']));
	});

	it('has few enough properties for n8n to walk through for every item', () => {
		expect(properties.length).toBeLessThan(300);
	});

	it.each([
		['searchListMethod', node.methods.listSearch],
		['loadOptionsMethod', node.methods.loadOptions],
		['resourceMapperMethod', node.methods.resourceMapping],
	] as const)('asks for every %s that it has, and for no other', (key, methods) => {
		expect([...new Set(methodsIn(properties, key))].sort()).toEqual(Object.keys(methods).sort());
	});

	it('speaks of what happened and what to do, not of errors', () => {
		const words = textsIn(node.description).filter((text) => /\b(error|problem|failure|mistake)s?\b/i.test(text));
		expect(words).toEqual([]);
	});

	it('tests every documented endpoint', () => {
		const documented = kayseRoutes(new SandboxKayse(new Clock(1))).map(({ method, path }) => `${method} ${path}`);
		expect(documented).toHaveLength(20);
		const accounted = [...Object.values(ENDPOINTS), ...Object.values(IN_ITS_OWN_TEST)].flat();
		expect([...accounted].sort()).toEqual(documented.sort());
		const tested = resources.map(({ value }) => String(value)).filter((value) => !COMPOSED.includes(value));
		expect(Object.keys(ENDPOINTS).sort()).toEqual(tested.sort());
	});
});
