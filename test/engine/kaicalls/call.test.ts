import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { NO_SCOPE, useOperations } from './operations';
import { everyOne } from '../../support/everyOne';

const { bench, run, rows, sent, refusedWithout, expectAllEndpointsReached } = useOperations('call', {
	but: ['getRecording', 'getTranscript'],
});

const agent = () => bench.state.agents[0]?.id ?? '';
const to = '+12025550123';

describe('call: create', () => {
	it('places a call with the filled-in fields', async () => {
		const [lead] = bench.state.leads;
		const [placed] = await rows('create', {
			agentId: byId(agent()),
			to: '+1 (202) 555-0123',
			personName: 'Dana Reyes',
			context: 'Confirm the appointment on Friday.',
			additionalFields: {
				firstMessage: 'Hello Dana.',
				leadId: byId(lead?.id ?? ''),
				maxDuration: 120,
				webhookUrl: 'http://127.0.0.1:9/done',
			},
		});
		expect(sent()).toEqual([
			{
				to: 'POST /calls',
				body: {
					agent_id: agent(),
					to,
					name: 'Dana Reyes',
					context: 'Confirm the appointment on Friday.',
					firstMessage: 'Hello Dana.',
					lead_id: lead?.id,
					max_duration: 120,
					webhook_url: 'http://127.0.0.1:9/done',
				},
			},
		]);
		expect(placed).toMatchObject({ status: 'queued', to, agent_id: agent() });
		expect(bench.control.callsPlaced()).toEqual({ [to]: 1 });
	});

	it('leaves out fields that were added and stayed empty', async () => {
		await rows('create', {
			agentId: byId(agent()),
			to,
			personName: '',
			context: '',
			additionalFields: { firstMessage: '', leadId: { __rl: true, mode: 'list', value: '' }, webhookUrl: '' },
		});
		expect(sent()).toEqual([{ to: 'POST /calls', body: { agent_id: agent(), to } }]);
	});

	it.each([
		['2025550123', '"Phone Number" must be one telephone number (got "2025550123"): it has no country code'],
		['=', '"Phone Number" is empty'],
	])('sends nothing for the number "%s"', async (entered, message) => {
		const { error } = await run('create', { agentId: byId(agent()), to: entered });
		expect(error?.message).toBe(message);
		expect(sent()).toEqual([]);
	});

	it.each(['my flow', 'ftp://n8n.example/done', 'javascript:alert(1)', 'file:///etc/hosts'])(
		'sends nothing for an invalid webhook URL: %s',
		async (webhookUrl) => {
			const { error } = await run('create', { agentId: byId(agent()), to, additionalFields: { webhookUrl } });
			expect(error?.message).toMatch(/^"Webhook URL" .*web address/);
			expect(sent()).toEqual([]);
		},
	);

	it.each(['resetAfterHandler', 'resetBeforeHandler', 'cutBody'] as const)(
		'is not sent again after a doubtful answer (%s), and says how to look it up',
		async (kind) => {
			bench.control.fail({ method: 'POST', path: '/calls', kind });
			const { error } = await run(
				'create',
				{ agentId: byId(agent()), to },
				{ settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 } },
			);
			expect(error?.message).toMatch(/^The outcome is unknown/);
			expect(error?.description).toContain('Call > Get Many, filtered by this agent');
			expect(sent()).toHaveLength(1);
			expect(bench.control.callsPlaced()).toEqual(kind === 'resetBeforeHandler' ? {} : { [to]: 1 });
		},
	);

	it('does not try again when the voice provider could not start the call', async () => {
		const { error } = await run('create', { agentId: byId(agent()), to: '+12025550198' });
		expect(error?.message).toMatch(/^The outcome is unknown/);
		expect(error?.description).toContain('The voice provider could not start the call');
		expect(sent()).toHaveLength(1);
	});

	it('names an unknown agent', async () => {
		const { error } = await run('create', { agentId: byId('nobody'), to });
		expect(error?.message).toBe('KaiCalls has no Agent ID "nobody"');
		expect(bench.timesRung()).toEqual([]);
	});
});

describe('call: create, the same call twice', () => {
	const onto = (...phones: string[]) => phones.map((phone) => ({ phone }));
	const call = (rest = {}) => ({ agentId: byId(agent()), to: '={{ $json.phone }}', ...rest });

	it('calls once, with the number in any spelling, and the second item says so', async () => {
		const placed = await rows('create', call(), {
			items: onto('+1 (202) 555-0123', '+12025550124', '+1-202-555-0123'),
		});
		expect(bench.control.callsPlaced()).toEqual({ '+12025550123': 1, '+12025550124': 1 });
		expect(placed[2]).toEqual({ ...placed[0], duplicateOfItem: 0, note: 'Not sent: it is the same as item 0' });
		expect(placed[1]).not.toHaveProperty('duplicateOfItem');
	});

	it('rings again for another content', async () => {
		const parameters = call({ context: '=Row {{ $itemIndex }}' });
		await rows('create', parameters, { items: onto(to, to) });
		expect(bench.timesRung()).toEqual([2]);
	});

	it('rings once for each item if the user wants that', async () => {
		const placed = await rows('create', call({ options: { allowDuplicates: true } }), { items: onto(to, to) });
		expect(bench.timesRung()).toEqual([2]);
		expect(placed.map(({ duplicateOfItem }) => duplicateOfItem)).toEqual([undefined, undefined]);
	});

	it.each(['routing', 'one by one'] as const)('rings once, through "%s"', async (entryPoint) => {
		await rows('create', call(), { items: onto(to, to), entryPoint });
		expect(bench.timesRung()).toEqual([1]);
	});

	it('rings once with pauses between the items', async () => {
		const requestOptions = { batching: { batch: { batchSize: 1, batchInterval: 10 } } };
		await rows('create', call({ requestOptions }), { items: onto(to, to) });
		expect(bench.timesRung()).toEqual([1]);
	});

	it('tells the second item why the first was refused or is in doubt, and sends neither again (On Error = Continue)', async () => {
		bench.control.fail({ method: 'POST', path: '/calls', kind: 'resetAfterHandler' });
		const { items } = await run('create', call(), {
			items: onto(to, to),
			settings: { onError: 'continueRegularOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 0 },
		});
		expect(items.map(({ json }) => json.error)).toEqual([
			expect.stringMatching(/^The outcome is unknown/),
			expect.stringMatching(/^Same as item 0: The outcome is unknown/),
		]);
		expect(bench.timesRung()).toEqual([1]);
	});

	it('is known by the call that an earlier try has placed (n8n’s Retry)', async () => {
		bench.control.fail({ method: 'POST', path: '/calls', kind: 'status', status: 402, skip: 1 });
		const three = { items: onto(to, '+12025550124', to), settings: { onError: 'stopWorkflow' as const } };
		const parameters = { resource: 'call', operation: 'create', ...call() };
		const first = await bench.run(parameters, three);
		expect(first.error).toBeDefined();
		const { items } = await bench.retry(parameters, first, three);
		expect(items.map(({ json }) => json.duplicateOfItem)).toEqual([undefined, undefined, 0]);
		expect(bench.control.callsPlaced()).toEqual({ [to]: 1, '+12025550124': 1 });
	});
});

describe('call: get', () => {
	it('reads one call, simplified or in full', async () => {
		const call = bench.state.calls[0];
		const callId = byId(call?.id ?? '');
		const [simple] = await rows('get', { callId });
		expect(simple).toMatchObject({
			conversation_id: call?.conversation_id,
			business_id: call?.business_id,
			quality_dimensions: { empathy: 88 },
		});
		expect(simple).toMatchObject({ id: call?.id, status: 'completed', summary: 'Call 1: confirmed the appointment.' });
		const [full] = await rows('get', { callId, simplify: false });
		expect(full).toMatchObject({ id: call?.id, quality_dimensions: { empathy: 88 } });
		expect(sent()).toEqual([
			{ to: 'GET /calls', query: { id: call?.id } },
			{ to: 'GET /calls', query: { id: call?.id } },
		]);
	});

	it('names an unknown call', async () => {
		const { error } = await run('get', { callId: byId('call_x') });
		expect(error?.message).toBe('KaiCalls has no Call ID "call_x"');
	});
});

describe('call: get many', () => {
	it.each([
		['exclusive', 'Z'],
		['exclusive', '+00:00'],
		['inclusive', 'Z'],
		['inclusive', '+00:00'],
	] as const)(
		'loses and repeats no call of equal time across a page border (%s cursor, %s)',
		async (afterCursor, utcSuffix) => {
			bench.control.configureKaiCalls({ afterCursor, utcSuffix });
			const calls = await rows('getAll', { returnAll: true });
			expect(calls[99]?.created_at).toBe(calls[100]?.created_at);
			expect(calls.map(({ id }) => id).sort()).toEqual(bench.state.calls.map(({ id }) => id).sort());
			expect(sent().map(({ query }) => query)).toMatchObject([{ limit: '100' }, { limit: '100' }]);
		},
	);

	it('says so when all rows of a page have the same time', async () => {
		bench.control.configureKaiCalls({ createdAtStepSeconds: 1_000_000 });
		const agentId = byId(agent());
		await rows('create', { agentId, to: '={{ $json.to }}' }, { items: people(110) });
		const { error } = await run('getAll', { returnAll: true });
		expect(error?.message).toBe(
			'The list has more than 100 rows with the same time, and the API cannot return the others',
		);
		expect(await rows('getAll', { limit: 100 })).toHaveLength(100);
	});

	it('requests no more than wanted', async () => {
		expect(await rows('getAll', { limit: 3 })).toHaveLength(3);
		expect(await rows('getAll', { limit: 120 })).toHaveLength(120);
		expect(sent().map(({ query }) => query)).toMatchObject([{ limit: '3' }, { limit: '100' }, { limit: '100' }]);
	});

	it('filters, on every page', async () => {
		const filters = { agentId: byId(agent()), status: 'failed' };
		const found = await rows('getAll', { returnAll: true, filters });
		expect(found.length).toBeGreaterThan(0);
		expect(found.every((row) => row.agent_id === agent() && row.status === 'failed')).toBe(true);
		expect(sent()).toMatchObject([{ query: { agent_id: agent(), status: 'failed' } }]);
	});
});

/** Persons with a number each. */
function people(count: number) {
	return Array.from({ length: count }, (_, index) => ({ to: `+1202${5560000 + index}` }));
}

describe('a storm of calls', () => {
	it.each([
		['as documented', 60],
		['less than documented', 50],
	])(
		'calls no person twice through refusals, resets and broken answers (limit %s: %i)',
		async (_, callsPerWindow) => {
			const count = 300;
			bench.control.configureKaiCalls({ callsPerWindow });
			const broken = { vendor: 'kaicalls', method: 'POST', path: '/calls' } as const;
			bench.control.fail({ ...broken, kind: 'resetBeforeHandler', skip: 20, times: 4 });
			bench.control.fail({ ...broken, kind: 'resetAfterHandler', skip: 60, times: 4 });
			bench.control.fail({ ...broken, kind: 'cutBody', skip: 120, times: 2 });
			bench.control.fail({
				...broken,
				kind: 'status',
				status: 429,
				body: { error: { code: 'rate_limited' } },
				skip: 170,
				times: 12,
			});

			const { items, errors } = await run(
				'create',
				{ agentId: byId(agent()), to: '={{ $json.to }}' },
				{ items: people(count), settings: { onError: 'continueErrorOutput' } },
			);

			expect(bench.requests().filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(12);
			// An answer with status 429 is clear, even if it is cut off: then up to two fewer are unknown.
			expect([8, 9, 10]).toContain(errors.length);
			expect(items).toHaveLength(count - errors.length);
			expect(errors.map(({ json }) => json.details)).toEqual(
				errors.map(() => expect.objectContaining({ outcome: 'unknown' })),
			);
			expect(bench.timesRung().filter((times) => times > 1)).toEqual([]);
			// Four of the doubtful requests never arrived. The others arrived, and the phones rang.
			expect(bench.timesRung()).toHaveLength(count - 4);
			const rung = bench.control.callsPlaced();
			for (const { json } of everyOne(items)) expect(rung[String(json.to)]).toBe(1);
		},
		60_000,
	);

	it('keeps within 60 calls a minute by itself', async () => {
		const { items } = await run('create', { agentId: byId(agent()), to: '={{ $json.to }}' }, { items: people(130) });
		expect(items).toHaveLength(130);
		expect(bench.requests().map(({ status }) => status)).not.toContain(429);
	}, 60_000);
});

describe('call: scopes', () => {
	it.each([
		['create', () => ({ agentId: byId(agent()), to }), 'calls:write'],
		['get', () => ({ callId: byId('x') }), 'calls:read'],
		['getAll', () => ({}), 'calls:read'],
	] as const)('%s says which scope it needs', async (operation, parameters, scope) => {
		const { message, description } = await refusedWithout(operation, parameters());
		expect(message).toBe(NO_SCOPE);
		expect(description).toContain(`This operation needs the scope ${scope}.`);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
