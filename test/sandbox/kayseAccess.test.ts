import { describe, expect, it } from '@jest/globals';
import { send } from './client';
import { ada, ask, askCalls, callsHost, refusalOf, reyesCase, springIntake } from './kayse';
import { useSandbox } from './useSandbox';

const order = { campaign_id: springIntake, case_id: reyesCase };

describe('hosts and keys of Kayse', () => {
	const sandbox = useSandbox();

	const statusOf = async (base: 'main' | 'calls', request: string, headers: Record<string, string>, body?: unknown) =>
		(await send(base === 'main' ? sandbox.kayse : callsHost(sandbox), request, body, headers)).status;

	it('wants each host to be asked with its own header', async () => {
		const { apiKey } = sandbox.kayse;
		expect(await statusOf('main', 'GET /clients/401', { 'x-api-key': apiKey })).toBe(200);
		expect(await statusOf('main', 'GET /clients/401', { 'x-public-api-key': apiKey })).toBe(401);
		expect(await statusOf('main', 'GET /clients/401', {})).toBe(401);
		expect(await statusOf('main', 'GET /nowhere', { 'x-api-key': 'wrong' })).toBe(401);
		expect(await statusOf('calls', 'POST /calls', { 'x-public-api-key': apiKey }, order)).toBe(200);
		expect(await statusOf('calls', 'POST /calls', { 'x-api-key': apiKey }, order)).toBe(401);
		const refused = await send(sandbox.kayse, 'GET /clients/401', undefined, { 'x-api-key': `${apiKey}0` });
		expect([refused.status, refused.body]).toEqual([401, { error: 'unauthorized', message: expect.any(String) }]);
		expect(sandbox.control.log().filter(({ authorized }) => authorized)).toHaveLength(2);
	});

	it('serves calls on one host only, and everything else on the other', async () => {
		expect((await ask(sandbox, 'POST /calls', order)).status).toBe(404);
		expect((await askCalls(sandbox, 'GET /campaigns')).status).toBe(404);
		expect(sandbox.control.kayseState().calls).toEqual([]);
		expect((await askCalls(sandbox, 'POST /calls', order)).body).toEqual({ ...order, client_id: ada });
		expect(sandbox.control.log().map(({ vendor }) => vendor)).toEqual(['kayse', 'kayse-public', 'kayse-public']);
	});

	it('serves everything on the calls host too, with either header, as the newer documents say', async () => {
		sandbox.control.configureKayse({ hosts: 'newer' });
		const { apiKey } = sandbox.kayse;
		expect(await statusOf('calls', 'GET /campaigns', { 'x-public-api-key': apiKey })).toBe(200);
		expect(await statusOf('calls', 'GET /clients/401', { 'x-api-key': apiKey })).toBe(200);
		expect(await statusOf('calls', 'GET /clients/401', { 'x-api-key': 'wrong' })).toBe(401);
		expect(await statusOf('main', 'GET /clients/401', { 'x-public-api-key': apiKey })).toBe(401);
		const created = { external_source: 'manual', external_source_id: '1', first_name: 'A', last_name: 'B' };
		expect((await askCalls(sandbox, 'POST /clients', created)).status).toBe(200);
		expect((await ask(sandbox, 'GET /clients/413')).body).toMatchObject(created);
	});

	it.each([
		['GET /nowhere', 404],
		['GET /clients', 405],
		['PATCH /clients/401', 405],
		['GET /clients/bulk', 405],
		['PUT /cases/bulk_delete', 405],
		['DELETE /case_lists/501', 404],
		['GET /clients/', 404],
		['GET /clients/999', 404],
		['DELETE /cases/999', 404],
		['GET /clients/abc', 400],
		['GET /clients/0', 400],
		['GET /clients/401?fields=email', 400],
		['DELETE /clients/401?force=true', 400],
		['GET /metadata/objects?name=cases', 400],
		['GET /campaigns?page=2', 400],
	])('answers %s with %i', async (request, status) => {
		const before = sandbox.control.kayseState();
		const [actual, message] = refusalOf(await ask(sandbox, request));
		expect([actual, message]).toEqual([status, expect.stringMatching(/./)]);
		expect(sandbox.control.kayseState()).toEqual(before);
	});

	it('takes JSON only', async () => {
		const headers = { 'x-api-key': sandbox.kayse.apiKey, 'content-type': 'text/plain' };
		expect(await statusOf('main', 'POST /case_lists', headers, { name: 'x' })).toBe(400);
		expect((await ask(sandbox, 'POST /case_lists')).status).toBe(400);
	});
});
