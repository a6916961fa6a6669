import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { errorOf } from '../agents/reads';
import { Clock } from '../../../sandbox/time/clock';
import type { Bench, RunOptions } from '../bench';
import { SAMPLES } from '../census/samples';
import { sandboxAt } from '../census/sandboxVendors';
import { hintsOf, NODE, type EntryPoint, type NodeResult } from '../engine';
import { useKaiCallsBench } from '../kaicalls';
import { useKairoBench } from '../kairo';
import { addProspects, byId, people, useKakiyoBench } from '../kakiyo';
import { useKayseBench } from '../kayse';
import { everyOne } from '../../support/everyOne';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();
const kayse = useKayseBench();
const kairo = useKairoBench();

const ROWS = 50;
/** Most requests that are on the wire when the vendor says no. */
const IN_FLIGHT = 5;
/** No vendor knows this key. */
const WRONG_KEY = 'a1b2c3d4e5'.repeat(4);

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
const phones = (count = ROWS) => upTo(count).map((index) => ({ phone: `+1202555${String(1_000 + index)}` }));
const toItsItem: RunOptions = { settings: { onError: 'continueErrorOutput' } };

const call = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'call',
	operation: 'create',
	agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
	to: '={{ $json.phone }}',
	...more,
});

const places = (items: NodeResult['items']) => items.map(({ pairedItem }) => (pairedItem as { item: number }).item);
const ended = (items: NodeResult['items'], outcome: string) =>
	places(items.filter(({ json }) => (json.details as IDataObject | undefined)?.outcome === outcome));
const notSent = ({ items, errors }: NodeResult) => ended([...items, ...errors], 'skipped');
const refused = ({ items, errors }: NodeResult) => ended([...items, ...errors], 'refused');

/** Nothing is lost: each row is told, in place. */
function expectErrorOnEachRow({ items, errors, error }: NodeResult, rows = ROWS): void {
	expect(error?.message).toBeUndefined();
	expect([...new Set(places([...items, ...errors]))].sort((a, b) => a - b)).toEqual(upTo(rows));
}

describe('case 61: 50 calls, the key is wrong', () => {
	it('the rest is not tried, each row says why, and a further try with the right key calls each person once', async () => {
		const resumeToken = randomUUID();
		const result = await kaiCalls.run(call(), { apiKey: WRONG_KEY, items: phones(), resumeToken, ...toItsItem });
		expectErrorOnEachRow(result);
		const { length } = kaiCalls.requests();
		expect(length).toBeLessThanOrEqual(IN_FLIGHT);
		expect(notSent(result)).toHaveLength(ROWS - length);
		expect(result.errors[0]?.json).toMatchObject({
			phone: '+12025551000',
			error: 'KaiCalls did not accept the API key',
			details: { outcome: 'refused', httpCode: '401' },
		});
		expect(result.errors.at(-1)?.json).toMatchObject({
			phone: '+12025551049',
			error: 'Not sent: KaiCalls did not accept the API key',
			details: {
				description: expect.stringMatching(
					/^KaiCalls answered this to item \d\. It is about the whole account.*KaiCalls says: "The API key is wrong.*Create a key.*run this item again\.$/,
				),
				outcome: 'skipped',
				httpCode: '401',
				code: 'unauthorized',
			},
		});
		expect(hintsOf(result).join()).toContain(`${ROWS - length} items were not sent, as KaiCalls refuses the account`);

		const again = await kaiCalls.run(call(), { items: phones(), resumeToken, ...toItsItem });
		expect(again.errors).toEqual([]);
		expect(kaiCalls.timesRung()).toEqual(phones().map(() => 1));
	});

	it('On Error = Stop ends with the refusal itself, names the items that were not sent, and n8n’s Retry sends all', async () => {
		const resumeToken = randomUUID();
		const first = await kaiCalls.run(call(), { apiKey: WRONG_KEY, items: phones(), resumeToken });
		expect(first.error?.message).toMatch(/^KaiCalls did not accept the API key \[item \d of 50\]$/);
		expect(first.error?.description).toContain('press Retry');
		expect(first.error?.context?.items).toMatch(/Not done: item .*Not sent: item .*49/);
		expect(kaiCalls.requests().length).toBeLessThanOrEqual(IN_FLIGHT);
		const second = await kaiCalls.retry(call(), first, { items: phones(), resumeToken });
		expect(second.error).toBeUndefined();
		expect(kaiCalls.timesRung()).toEqual(phones().map(() => 1));
	});

	it.each(['routing', 'one by one'] as EntryPoint[])(
		'the same through "%s", which n8n calls for each item',
		async (entryPoint) => {
			const result = await kaiCalls.run(call(), { apiKey: WRONG_KEY, items: phones(), entryPoint, ...toItsItem });
			expectErrorOnEachRow(result);
			expect(kaiCalls.requests().length).toBeLessThanOrEqual(IN_FLIGHT);
			expect(notSent(result).length).toBeGreaterThanOrEqual(ROWS - IN_FLIGHT);
		},
	);

	it('with Retry On Fail, each try asks again', async () => {
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1, onError: 'continueRegularOutput' } as const;
		kaiCalls.control.fail({
			method: 'POST',
			path: '/calls',
			kind: 'status',
			status: 401,
			body: { error: { code: 'unauthorized', message: 'no' } },
			times: IN_FLIGHT,
		});
		const { items } = await kaiCalls.run(call(), { items: phones(), settings });
		expect(items.filter(({ json }) => 'error' in json)).toEqual([]);
		expect(kaiCalls.timesRung()).toEqual(phones().map(() => 1));
	});

	it('each turn of a loop asks again, because the key may be corrected meanwhile', async () => {
		const { run } = await kaiCalls.run(call(), {
			apiKey: WRONG_KEY,
			items: phones(),
			turns: 3,
			settings: { onError: 'continueRegularOutput' },
		});
		const turns = run.data.resultData.runData[NODE] ?? [];
		expect(turns.map(({ data }) => data?.main?.[0]?.length)).toEqual([ROWS, ROWS, ROWS]);
		expect(kaiCalls.requests().length).toBeLessThanOrEqual(3 * IN_FLIGHT);
	});

	it('the tool of an agent gives the same answer each time', async () => {
		const tool = kaiCalls.tool(call({ to: '={{ $fromAI("phone", "", "string") }}' }), { apiKey: WRONG_KEY });
		for (const { phone } of everyOne(phones(2)))
			expect(await errorOf(tool({ phone }))).toContain('KaiCalls did not accept the API key');
	});

	it('1,000 rows are refused at once, also if Batching would have paused for hours', async () => {
		const requestOptions = { batching: { batch: { batchSize: 10, batchInterval: 3_600_000 } } };
		const result = await kaiCalls.run(call({ requestOptions }), {
			apiKey: WRONG_KEY,
			items: phones(1_000),
			...toItsItem,
		});
		expectErrorOnEachRow(result, 1_000);
		expect(kaiCalls.requests().length).toBeLessThanOrEqual(IN_FLIGHT);
	});
});

describe('requests on the wire', () => {
	it('end normally, and are reported', async () => {
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'slow', delaySeconds: 0.3, times: 3 });
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'status', status: 402, times: ROWS });
		const result = await kaiCalls.run(call(), { items: phones(), ...toItsItem });
		expectErrorOnEachRow(result);
		expect(result.items).toHaveLength(3);
		expect(kaiCalls.timesRung()).toEqual([1, 1, 1]);
		expect(kaiCalls.requests().length).toBeLessThanOrEqual(IN_FLIGHT);
	});

	it('credits that run out in the middle leave the done items done', async () => {
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'status', status: 402, skip: 20, times: ROWS });
		const resumeToken = randomUUID();
		const result = await kaiCalls.run(call(), { items: phones(), resumeToken, ...toItsItem });
		expectErrorOnEachRow(result);
		expect(result.items).toHaveLength(20);
		expect(refused(result).length + 20).toBe(kaiCalls.requests().length);
		expect(refused(result).length).toBeLessThanOrEqual(IN_FLIGHT);
	});
});

describe('Kakiyo', () => {
	const inactive = {
		kind: 'status' as const,
		status: 403,
		body: { error: 'subscription_inactive', message: 'Your subscription is inactive' },
	};

	it('a plan that ends between two batches ends the others, of all campaigns', async () => {
		const others = kakiyo.control
			.kakiyoState()
			.campaigns.filter(({ status, id }) => status === 'active' && id !== 'campaign_001');
		const campaigns = ['campaign_001', others[0]?.id ?? ''];
		const items = people(600).map((row, index) => ({ ...row, campaign: campaigns[index % 2] ?? '' }));
		kakiyo.control.fail({ method: 'POST', path: '/prospects/batch', ...inactive, skip: 2, times: 10 });
		const result = await kakiyo.run(
			{ ...addProspects, campaignId: byId('={{ $json.campaign }}') },
			{ items, ...toItsItem },
		);
		expectErrorOnEachRow(result, 600);
		expect(result.items).toHaveLength(200);
		expect(kakiyo.requests('/prospects/batch').length).toBeLessThanOrEqual(4);
		expect(notSent(result).length).toBe(600 - 100 * kakiyo.requests('/prospects/batch').length);
		expect(result.errors.at(-1)?.json).toMatchObject({
			error: 'Not sent: The Kakiyo subscription is not active',
			details: {
				code: 'subscription_inactive',
				description: expect.stringContaining('Renew the plan in Kakiyo. Then run the items again.'),
			},
		});
	});

	it.each([
		['without credits', { credits: 0 }, 'The Kakiyo account is out of credits'],
		['without a plan', { subscriptionActive: false }, 'The Kakiyo subscription is not active'],
	])('%s, the other people are not read one by one', async (_, settings, message) => {
		kakiyo.control.configureKakiyo(settings);
		const get = { resource: 'prospect', operation: 'get', chatId: byId('={{ $json.id }}') };
		const result = await kakiyo.run(get, { items: upTo(ROWS).map((index) => ({ id: `chat_${index}` })), ...toItsItem });
		expectErrorOnEachRow(result);
		expect(kakiyo.requests().length).toBeLessThanOrEqual(IN_FLIGHT);
		expect(result.errors.at(-1)?.json.error).toBe(`Not sent: ${message}`);
	});

	it('a list comes out complete or not at all, and no other list is started', async () => {
		kakiyo.control.fail({ method: 'GET', path: '/campaigns', kind: 'status', status: 402, skip: 1, times: ROWS });
		const result = await kakiyo.run(
			{ resource: 'campaign', operation: 'getAll', limit: '={{ $json.rows }}' },
			{ items: upTo(20).map(() => ({ rows: 1_000 })), ...toItsItem },
		);
		expectErrorOnEachRow(result, 20);
		expect([...new Set(places(result.items))].length).toBeLessThanOrEqual(1);
		expect(result.items.length % 45).toBe(0);
		expect(kakiyo.requests().length).toBeLessThanOrEqual(1 + IN_FLIGHT);
	});

	it('an accepted import is not reported as not done, though its state is not read any more', async () => {
		kakiyo.control.fail({ method: 'GET', path: '/prospects/imports/*', kind: 'status', status: 401, times: ROWS });
		const waiting = { ...addProspects, waitForImport: true };
		const result = await kakiyo.run(waiting, { items: people(150), ...toItsItem });
		expect(result.items.slice(0, 100).map(({ json }) => json.note)).toEqual(
			Array(100).fill('Accepted, but the state of the import could not be read: Kakiyo did not accept the API key'),
		);
		expectErrorOnEachRow(result, 150);
		expect(kakiyo.mostRepeated()).toBe(1);
	});
});

describe('a refusal whose words are about the account', () => {
	it.each([
		[403, { error: { code: 'account_suspended', message: 'No' } }],
		[403, { error: { code: 'TRIAL-EXPIRED', message: 'No' } }],
		[403, { error: 'Your subscription is inactive' }],
		[400, { error: { code: 'insufficient_credits', message: 'Out of minutes' } }],
		[400, { error: { code: 'unauthorized', message: 'Bad key' } }],
	])('KaiCalls: status %d, %j', async (status, body) => {
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'status', status, body, times: ROWS });
		const result = await kaiCalls.run(call(), { items: phones(), ...toItsItem });
		expectErrorOnEachRow(result);
		expect(kaiCalls.requests('/calls').length).toBeLessThanOrEqual(IN_FLIGHT);
		expect(notSent(result).length).toBeGreaterThanOrEqual(ROWS - IN_FLIGHT);
		expect(kaiCalls.timesRung()).toEqual([]);
	});

	it.each([{ message: 'Company is suspended' }, { error: 'API key is disabled' }])('Kayse: %j', async (body) => {
		kayse.control.fail({
			vendor: 'kayse',
			method: 'POST',
			path: '/cases/communication/sms',
			kind: 'status',
			status: 403,
			body,
			times: ROWS,
		});
		const sms = {
			resource: 'case',
			operation: 'sendSms',
			caseId: 9001,
			clientId: '={{ $json.id }}',
			message: 'Hello from us',
		};
		const result = await kayse.run(sms, { items: upTo(ROWS).map((place) => ({ id: place + 1 })), ...toItsItem });
		expectErrorOnEachRow(result);
		expect(kayse.requests().length).toBeLessThanOrEqual(IN_FLIGHT);
		expect(result.errors.at(-1)?.json.error).toBe('Not sent: Kayse refuses the account or its API key');
	});

	it('Kakiyo: its own code in capitals', async () => {
		kakiyo.control.fail({
			method: 'POST',
			path: '/prospects/batch',
			kind: 'status',
			status: 403,
			body: { code: 'SUBSCRIPTION_INACTIVE' },
			times: ROWS,
		});
		const result = await kakiyo.run(addProspects, { items: people(650), ...toItsItem });
		expectErrorOnEachRow(result, 650);
		expect(kakiyo.requests('/prospects/batch')).toHaveLength(1);
	});
});

describe('a refusal that is about one row ends nothing', () => {
	it.each([
		[400, { error: { code: 'invalid_request', message: 'to is invalid' } }],
		[400, { error: { code: 'invalid_number', message: 'to cannot be called' } }],
		[403, { error: { code: 'forbidden', message: 'No access to the business' } }],
		[403, { error: { code: 'agent_disabled', message: 'The agent of your account is disabled' } }],
		[404, { error: { code: 'not_found', message: 'No such agent' } }],
	])('status %d, %j', async (status, body) => {
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'status', status, body, times: 3 });
		const result = await kaiCalls.run(call(), { items: phones(20), ...toItsItem });
		expectErrorOnEachRow(result, 20);
		expect(notSent(result)).toEqual([]);
		expect(refused(result)).toHaveLength(3);
		expect(kaiCalls.timesRung()).toHaveLength(17);
	});

	it('Kakiyo: a record of another team', async () => {
		kakiyo.control.fail({
			method: 'GET',
			path: '/prospects/*',
			kind: 'status',
			status: 403,
			body: { error: 'forbidden', message: 'no' },
		});
		const get = { resource: 'prospect', operation: 'get', chatId: byId('={{ $json.id }}') };
		const result = await kakiyo.run(get, { items: upTo(8).map((index) => ({ id: `chat_${index}` })), ...toItsItem });
		expect(notSent(result)).toEqual([]);
		expect(kakiyo.requests()).toHaveLength(8);
	});

	it('Get Recording: the host of the file answers 401', async () => {
		expect(
			notSent(
				await kaiCalls.run(
					{ resource: 'call', operation: 'getRecording', callId: '={{ $json.id }}' },
					{ items: kaiCalls.state.calls.slice(0, 4).map(({ id }) => ({ id })), ...toItsItem },
				),
			),
		).toEqual([]);
	});
});

describe('every operation that writes', () => {
	const benches: Record<string, Bench> = { kaiCalls, kakiyo, kayse, kairo };
	const FIELDS: Record<string, (place: number) => string> = {
		'kaiCalls phoneNumber': (place) => `+1202555${1_000 + place}`,
	};
	const seed = sandboxAt(new Clock());
	const writing = Object.entries(SAMPLES).flatMap(([node, resources]) =>
		Object.entries(resources).flatMap(([resource, operations]) =>
			// Its credential is another one.
			Object.entries(operations)
				.filter(([operation]) => operation !== 'setup')
				.map(([operation, sample]) => ({ node, resource, operation, sample })),
		),
	);

	it.each(writing)('$node: $resource > $operation', async ({ node, resource, operation, sample }) => {
		const bench = benches[node];
		if (!bench) throw new Error(`No bench for ${node}`);
		const parameters = typeof sample.parameters === 'function' ? sample.parameters(seed) : sample.parameters;
		const items = upTo(30).map((place) =>
			sample.item(place, FIELDS[`${node} ${resource}`]?.(place) ?? String(1_000 + place)),
		);
		const result = await bench.run(
			{ resource, operation, ...parameters },
			{ apiKey: WRONG_KEY, items, settings: { onError: 'continueRegularOutput' } },
		);
		expectErrorOnEachRow(result, 30);
		expect(bench.requests().length).toBeGreaterThan(0);
		expect(bench.requests().length).toBeLessThanOrEqual(IN_FLIGHT);
		expect(refused(result).length + notSent(result).length).toBe(30);
		expect(result.items.map(({ json }) => json.error)).toEqual(Array(30).fill(expect.stringMatching(/API key/)));
	});
});
