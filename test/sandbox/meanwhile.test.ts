import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../../sandbox';
import { call, unlimitedSandbox } from './client';

describe('what others do meanwhile', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await unlimitedSandbox();
	});
	afterAll(async () => await sandbox.close());

	const people = () => sandbox.control.kakiyoState().dnc.length;

	it('happens behind the answer that it is put behind, once, before the reader goes on', async () => {
		const [entry] = sandbox.control.kakiyoState().dnc;
		const before = people();
		sandbox.control.meanwhile({
			vendor: 'kakiyo',
			path: '/dnc',
			skip: 1,
			requests: [
				{ method: 'DELETE', path: `/dnc/${entry?.$id}` },
				{ method: 'POST', path: '/dnc', body: { url: 'https://linkedin.com/in/late-1' } },
				{ method: 'POST', path: '/dnc', body: { url: 'https://linkedin.com/in/late-2' } },
			],
		});
		await call(sandbox, 'GET /dnc?limit=1');
		expect(people()).toBe(before);
		await call(sandbox, 'GET /dnc?limit=1');
		expect(people()).toBe(before + 1);
		await call(sandbox, 'GET /dnc?limit=1');
		expect(people()).toBe(before + 1);
		expect(sandbox.control.log().filter(({ method }) => method !== 'GET')).toEqual([]);
	});
});
