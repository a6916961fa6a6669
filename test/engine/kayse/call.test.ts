import { describe, expect, it } from '@jest/globals';

import { errorOf } from '../agents/reads';
import { byId } from '../bench';
import { retryOnFail, useOperations } from './operations';

const { bench, run, rows, sent, expectAllEndpointsReached } = useOperations('call');

/** Of the seed: "Spring intake", and "Reyes and others v. Acme" with the clients 401 to 403. */
const campaignId = byId('71');
const order = { campaign_id: 71, case_id: 9001 };
const scheduled = () => bench.state.calls.map(({ campaign_id, case_id }) => ({ campaign_id, case_id }));
const hosts = () => bench.requests().map(({ vendor, status }) => `${vendor} ${status}`);

describe('call: schedule', () => {
	it('sends to the host of calls, with its own header and whole numbers, and returns the scheduled call', async () => {
		const result = await rows('schedule', { campaignId, caseId: '9001' });
		expect(sent()).toEqual([{ to: 'POST /calls', body: order }]);
		expect(hosts()).toEqual(['kayse-public 200']);
		expect(result).toEqual([{ scheduled: 'call', ...order, client_id: 401 }]);
		expect(scheduled()).toEqual([order]);
	});

	it('sends all other requests to the main host, with the header of that host', async () => {
		await bench.run({ resource: 'metadata', operation: 'getAll' });
		expect(hosts()).toEqual(['kayse 200']);
	});

	it('works for an account that has one host for everything', async () => {
		bench.control.configureKayse({ hosts: 'newer' });
		const { callsBaseUrl = '' } = bench.credential().data;
		await rows('schedule', { campaignId, caseId: 9001 }, { baseUrl: String(callsBaseUrl) });
		await bench.run({ resource: 'metadata', operation: 'getAll' }, { baseUrl: String(callsBaseUrl) });
		expect(hosts()).toEqual(['kayse-public 200', 'kayse-public 200']);
	});

	it.each(['', 'http://example.com/v1', 'https://example.com/v1?a=b'])(
		'says which address of the credential is missing or invalid: "%s"',
		async (callsBaseUrl) => {
			const { error } = await run('schedule', { campaignId, caseId: '9001' }, { credentialFields: { callsBaseUrl } });
			expect(error?.message).toBe(
				'"Calls Base URL" in the credential must be an https:// address, as the key is sent to it',
			);
			expect(sent()).toEqual([]);
		},
	);

	it('accepts a campaign that was chosen from the list', async () => {
		await rows('schedule', { campaignId: { __rl: true, mode: 'list', value: 71 }, caseId: 9001 });
		expect(sent()).toMatchObject([{ body: order }]);
	});

	it.each([
		[{ campaignId: byId('0') }, '"Campaign" must be an ID (got "0")'],
		[{ campaignId: byId('abc') }, '"Campaign" must be an ID (got "abc")'],
		[{ campaignId: byId('=') }, '"Campaign" is empty'],
		[{ caseId: '1.5' }, '"Case ID" must be an ID (got "1.5")'],
		[{ caseId: '-9001' }, '"Case ID" must be an ID (got "-9001")'],
		[{ caseId: '={{ $json.missing }}' }, '"Case ID" is empty'],
		[{ caseId: '9001/../9002' }, '"Case ID" must be an ID (got "9001/../9002")'],
	])('rings no phone for %j', async (parameters, message) => {
		const { error } = await run('schedule', { campaignId, caseId: '9001', ...parameters });
		expect(error?.message).toBe(message);
		expect(sent()).toEqual([]);
	});

	it('schedules the same call once in a run, and says so on the later items', async () => {
		const items = [{ id: 9001 }, { id: '9001' }, { id: 9002 }, { id: 9001 }];
		const { items: output } = await run('schedule', { campaignId, caseId: '={{ $json.id }}' }, { items });
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }, { item: 3 }]);
		expect(output.map(({ json }) => json.duplicateOfItem)).toEqual([undefined, 0, undefined, 0]);
		expect(output[3]?.json).toMatchObject({ note: 'Not sent: it is the same as item 0', client_id: 401 });
		expect(scheduled()).toEqual([order, { campaign_id: 71, case_id: 9002 }]);
	});

	it('schedules calls of two campaigns about one case', async () => {
		await rows(
			'schedule',
			{ campaignId: byId('={{ $json.campaign }}'), caseId: 9001 },
			{ items: [{ campaign: 71 }, { campaign: 73 }] },
		);
		expect(scheduled()).toEqual([order, { ...order, campaign_id: 73 }]);
	});

	it.each(['resetAfterHandler', 'resetBeforeHandler', 'cutBody'] as const)(
		'is not scheduled again after a doubtful answer (%s), and says where to look',
		async (kind) => {
			bench.control.fail({ vendor: 'kayse-public', method: 'POST', path: '/calls', kind });
			const { error } = await run('schedule', { campaignId, caseId: '9001' }, { settings: retryOnFail });
			expect(error?.message).toMatch(/^The outcome is unknown/);
			expect(error?.description).toContain('Open the campaign in Kayse');
			expect(sent()).toHaveLength(1);
			expect(scheduled()).toEqual(kind === 'resetBeforeHandler' ? [] : [order]);
		},
	);

	it.each([500, 503])('is not scheduled again after status %i', async (status) => {
		bench.control.fail({ method: 'POST', path: '/calls', kind: 'status', status, afterHandler: true });
		const { error } = await run('schedule', { campaignId, caseId: '9001' }, { settings: retryOnFail });
		expect(error?.message).toMatch(/^The outcome is unknown/);
		expect(scheduled()).toEqual([order]);
	});

	it('does not ring for a later item if an equal one may have been scheduled', async () => {
		bench.control.fail({ method: 'POST', path: '/calls', kind: 'resetAfterHandler' });
		const { items } = await run(
			'schedule',
			{ campaignId, caseId: '={{ $json.id }}' },
			{
				items: [{ id: 9001 }, { id: 9001 }, { id: 9002 }],
				settings: { ...retryOnFail, onError: 'continueRegularOutput' },
			},
		);
		expect(items.map(({ json }) => json.details)).toMatchObject([{ outcome: 'unknown' }, { outcome: 'unknown' }, {}]);
		expect(items[1]?.json.error).toMatch(/^Same as item 0: The outcome is unknown/);
		expect(scheduled()).toEqual([order, { campaign_id: 71, case_id: 9002 }]);
	});

	it('is scheduled once when the limit was reached before', async () => {
		bench.control.fail({
			method: 'POST',
			path: '/calls',
			kind: 'status',
			status: 429,
			headers: { 'retry-after': '1' },
		});
		await rows('schedule', { campaignId, caseId: '9001' });
		expect(sent()).toHaveLength(2);
		expect(scheduled()).toEqual([order]);
	});

	it('does not ring again when an agent calls its tool again after a doubtful answer', async () => {
		bench.control.fail({ method: 'POST', path: '/calls', kind: 'resetAfterHandler' });
		const call = bench.tool({
			resource: 'call',
			operation: 'schedule',
			campaignId,
			caseId: '={{ $fromAI("caseId", "", "string") }}',
		});
		expect(await errorOf(call({ caseId: '9001' }))).toContain('The outcome is unknown');
		expect(await errorOf(call({ caseId: '9001' }))).toContain('The outcome is unknown');
		expect(scheduled()).toEqual([order]);
	});

	it('shows Kayse’s reason for a refusal, with the IDs if one is unknown', async () => {
		const { error } = await run('schedule', { campaignId, caseId: '9008' });
		expect(error?.description).toContain('case_id: the case has no client');
		bench.control.fail({ method: 'POST', path: '/calls', kind: 'status', status: 404 });
		const unknown = await run('schedule', { campaignId, caseId: '9001' });
		expect(unknown.error?.message).toBe('Kayse has no Campaign ID "71", Case ID "9001"');
	});

	it('reaches every endpoint of its part of the API', () => expectAllEndpointsReached('GET /metadata/objects'));
});
