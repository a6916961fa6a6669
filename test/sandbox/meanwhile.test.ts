import { describe, expect, it } from '@jest/globals';
import { call } from './client';
import { useSandbox } from './useSandbox';

describe('changes of other clients', () => {
	const sandbox = useSandbox({ prepare: ({ control }) => control.configureKakiyo({ rateLimits: false }) });

	const people = () => sandbox.control.kakiyoState().dnc.length;

	it('happen once, after the chosen answer and before the next request', async () => {
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
