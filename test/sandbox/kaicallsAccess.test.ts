import { describe, expect, it } from '@jest/globals';
import { send } from './client';
import { ask, harborLaw, kai, lakesideDental, lastSeedCall, mia, refusalOf } from './kaicalls';
import { useSandbox } from './useSandbox';

describe('access to the KaiCalls sandbox', () => {
	const sandbox = useSandbox();

	it.each(['', 'Basic abc', 'Bearer kc_live_wrong'])('refuses the authorization "%s"', async (authorization) => {
		expect(refusalOf(await ask(sandbox, 'GET /agents', undefined, { authorization }))).toEqual([401, 'unauthorized']);
	});

	it('has a key of the documented shape at the documented path', async () => {
		expect(sandbox.kaicalls.apiKey).toMatch(/^kc_live_[\w-]{44}$/);
		expect(sandbox.kaicalls.baseUrl).toBe(`${sandbox.origin}/kaicalls/api/v1`);
		expect((await ask(sandbox, 'GET /agents')).status).toBe(200);
	});

	it('refuses an expired or revoked key', async () => {
		const { apiKey } = sandbox.control.addKey({ isActive: false });
		expect(refusalOf(await send({ ...sandbox.kaicalls, apiKey }, 'GET /agents'))).toEqual([401, 'unauthorized']);
	});

	it.each([
		['agents:read', 'GET /agents'],
		['agents:read', `GET /agents/versions?agent_id=${kai}`],
		['agents:write', 'POST /agents'],
		['agents:write', 'PATCH /agents'],
		['numbers:read', 'GET /numbers'],
		['numbers:read', 'GET /phone-numbers'],
		['numbers:read', 'GET /phone-numbers/available'],
		['numbers:write', 'POST /phone-numbers'],
		['numbers:write', 'DELETE /phone-numbers'],
		['calls:write', 'POST /calls'],
		['calls:read', 'GET /calls'],
		['calls:read', `GET /calls?id=${lastSeedCall}`],
		['calls:read', 'GET /transcripts'],
		['calls:read', `GET /recordings?call_id=${lastSeedCall}`],
		['leads:read', 'GET /leads'],
		['leads:read', 'GET /leads/audit'],
		['leads:write', 'POST /leads'],
		['leads:write', 'PATCH /leads'],
		['sms:write', 'POST /sms/send'],
		['sms:read', 'GET /sms/conversations'],
		['sms:read', 'GET /sms/messages'],
		['agents:write', 'POST /sms/update-prompt'],
		['workspaces:read', 'GET /workspaces'],
		['workspaces:write', 'POST /workspaces'],
		['workspaces:write', 'PATCH /workspaces'],
		['webhooks:read', 'GET /webhooks'],
		['webhooks:write', 'POST /webhooks'],
		['webhooks:write', 'DELETE /webhooks?id=x'],
		['webhooks:write', 'POST /webhooks/test'],
		['webhooks:write', 'POST /webhooks/rotate-secret'],
		['events:read', 'GET /events'],
		['webhooks:read', 'GET /event-deliveries'],
		['events:replay', 'POST /events/replay'],
		['communication-runs:write', 'POST /communication-runs'],
		['communication-runs:write', 'POST /communication-runs/validate'],
		['communication-runs:write', 'POST /communication-runs/preview'],
		['communication-runs:read', 'GET /communication-runs'],
		['communication-runs:write', 'PATCH /communication-runs'],
		['communication-runs:read', 'GET /communication-jobs'],
	])('asks for the scope %s for %s', async (scope, request) => {
		const body = /^(?:POST|PATCH)/.test(request) ? {} : undefined;
		sandbox.control.configureKaiCalls({ scopes: [] });
		const refused = await ask(sandbox, request, body);
		expect(refusalOf(refused)).toEqual([403, 'forbidden']);
		expect(JSON.stringify(refused.body)).toContain(scope);
		const { apiKey } = sandbox.control.addKey({ scopes: ['agents:read'] });
		const allowed = await send({ ...sandbox.kaicalls, apiKey }, request, body);
		expect(allowed.status === 403).toBe(scope !== 'agents:read');
	});

	it.each(['GET /balance', 'GET /usage', 'GET /analytics/weekly'])('asks for no scope for %s', async (request) => {
		sandbox.control.configureKaiCalls({ scopes: [] });
		expect((await ask(sandbox, request)).status).toBe(200);
	});

	it('lets a lifecycle key change the lifecycle and nothing else', async () => {
		const { apiKey } = sandbox.control.addKey({ scopes: ['lifecycle:write'] });
		const patch = async (fields: object) =>
			await send({ ...sandbox.kaicalls, apiKey }, 'PATCH /workspaces', { id: harborLaw, ...fields });
		expect((await patch({ action: 'pause' })).body).toMatchObject({ lifecycle_state: 'paused' });
		expect((await patch({ name: 'x' })).status).toBe(403);
	});

	it('shows a key of one business no record of another business', async () => {
		const { apiKey } = sandbox.control.addKey({ scopes: ['*'], businessId: harborLaw });
		const bound = { ...sandbox.kaicalls, apiKey };
		expect((await send(bound, 'GET /agents')).body).toMatchObject({
			agents: [{ business_id: harborLaw }, { business_id: harborLaw }],
		});
		expect(refusalOf(await send(bound, `GET /agents?id=${mia}`))).toEqual([404, 'not_found']);
		expect(refusalOf(await send(bound, 'POST /calls', { agent_id: mia, to: '+12025550123' }))).toEqual([
			404,
			'not_found',
		]);
		expect(refusalOf(await send(bound, `GET /webhooks?business_id=${lakesideDental}`))).toEqual([403, 'forbidden']);
		const { body } = await send(bound, 'GET /usage');
		expect(body).toMatchObject({
			usage: [{ endpoint: '/v1/webhooks', status_code: 403 }, {}, {}, {}],
			has_more: false,
		});
	});

	it.each(['GET /keys', 'POST /keys', 'DELETE /keys?id=x'])('refuses API keys for %s', async (request) => {
		expect(refusalOf(await ask(sandbox, request))).toEqual([401, 'unauthorized']);
	});

	it.each(['GET /nowhere', `GET /calls/${lastSeedCall}`, 'PUT /calls', 'GET /calls?id=nobody'])(
		'answers 404 to %s',
		async (request) => {
			expect(refusalOf(await ask(sandbox, request))).toEqual([404, 'not_found']);
		},
	);
});
