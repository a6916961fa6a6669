import { describe, expect, it } from '@jest/globals';

import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { Clock } from '../../../sandbox/time/clock';
import { KaiCalls as SandboxKaiCalls } from '../../../sandbox/kaicalls/kaicalls';
import { kaicallsRoutes } from '../../../sandbox/kaicalls/routes';
import { offeredBy } from '../description';
import { itIsWellDescribed } from '../wellDescribed';
import { ENDPOINTS, IN_ITS_OWN_TEST, LEFT_OUT } from './endpoints';

const node = new KaiCalls();
const { resources, operations } = offeredBy(node);

describe('the KaiCalls node', () => {
	itIsWellDescribed(node);

	it('shows Return All and Limit for every list', () => {
		const lists = operations.filter(({ option }) => option.name === 'Get Many');
		expect(lists.length).toBeGreaterThan(10);
		expect(lists.map(({ option }) => option.value)).toEqual(lists.map(() => 'getAll'));
	});

	it('tests every documented endpoint, or says why it is left out', () => {
		const documented = kaicallsRoutes(new SandboxKaiCalls(new Clock(1))).map(({ method, path }) => `${method} ${path}`);
		const accounted = [...Object.values(ENDPOINTS).flat(), ...IN_ITS_OWN_TEST, ...Object.keys(LEFT_OUT)];
		expect(accounted.sort()).toEqual(documented.sort());
		expect(Object.keys(ENDPOINTS).sort()).toEqual(resources.map(({ value }) => value).sort());
	});
});
