import { describe, expect, it } from '@jest/globals';

import { Kayse } from '../../../nodes/Kayse/Kayse.node';
import { Clock } from '../../../sandbox/time/clock';
import { Kayse as SandboxKayse } from '../../../sandbox/kayse/kayse';
import { kayseRoutes } from '../../../sandbox/kayse/routes';
import { offeredBy } from '../description';
import { itIsWellDescribed } from '../wellDescribed';
import { COMPOSED, ENDPOINTS, IN_ITS_OWN_TEST } from './endpoints';

const node = new Kayse();
const { resources, operations } = offeredBy(node);

describe('the Kayse node', () => {
	itIsWellDescribed(node);

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
		expect(names).toEqual(
			expect.arrayContaining(['call schedule', 'campaign create', 'case sendSms', 'case sendEmail']),
		);
	});

	it('tests every documented endpoint', () => {
		const documented = kayseRoutes(new SandboxKayse(new Clock(1))).map(({ method, path }) => `${method} ${path}`);
		const accounted = [...Object.values(ENDPOINTS), ...Object.values(IN_ITS_OWN_TEST)].flat();
		expect([...accounted].sort()).toEqual(documented.sort());
		const tested = resources.map(({ value }) => String(value)).filter((value) => !COMPOSED.includes(value));
		expect(Object.keys(ENDPOINTS).sort()).toEqual(tested.sort());
	});
});
