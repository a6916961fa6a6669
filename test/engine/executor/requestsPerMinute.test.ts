import { describe, expect, it } from '@jest/globals';

import { byId, type Bench } from '../bench';
import { hintsOf } from '../engine';
import { useKaiCallsBench } from '../kaicalls';
import { useKairoBench } from '../kairo';
import { useKakiyoBench } from '../kakiyo';

const WINDOW_MS = 60_000;

/** The most requests that the sandbox saw within any minute of its own. */
function mostInAMinute(requests: ReturnType<Bench['requests']>): number {
	const times = requests.map(({ time }) => time).sort((a, b) => a - b);
	return Math.max(...times.map((start, index) => times.slice(index).filter((time) => time < start + WINDOW_MS).length));
}

const items = (count: number) => Array.from({ length: count }, () => ({}));
const refusedIn = (bench: Bench) => bench.requests().filter(({ status }) => status === 429);

describe('Kakiyo as documented', () => {
	const bench = useKakiyoBench();
	const url = (index: number) => ({ url: `https://www.linkedin.com/in/quiet-${index}/` });

	it('counts reads of Do Not Contact and single models with the other reads', async () => {
		const check = { resource: 'dnc', operation: 'check', url: 'in/somebody' };
		const list = { resource: 'campaign', operation: 'getAll', limit: 1 };
		const model = { resource: 'model', operation: 'get', modelId: byId('680321c8001e2f52aaa0') };
		await Promise.all([
			bench.run(check, { items: items(20) }),
			bench.run(list, { items: items(20) }),
			bench.run(model, { items: items(5) }),
		]);
		expect(bench.requests()).toHaveLength(45);
		expect(mostInAMinute(bench.requests())).toBeLessThanOrEqual(30);
		expect(refusedIn(bench)).toEqual([]);
	});

	it('counts writes of Do Not Contact, alone and in batches, with the other writes', async () => {
		const add = { resource: 'dnc', operation: 'add' };
		const pause = { resource: 'agent', operation: 'pause', agentId: byId('agent_001') };
		const inBatches = Array.from(
			{ length: 12 },
			async (_, index) => await bench.run(add, { items: [url(2 * index), url(2 * index + 1)] }),
		);
		await Promise.all([...inBatches, bench.run(add, { items: [url(5_000)] }), bench.run(pause, { items: items(15) })]);
		const [batched, all] = [bench.requests('/dnc/batch'), bench.requests()];
		expect(batched).toHaveLength(12);
		expect(mostInAMinute(batched)).toBeLessThanOrEqual(10);
		expect(mostInAMinute(all)).toBeLessThanOrEqual(15);
		expect(refusedIn(bench)).toEqual([]);
	});
});

describe('Requests per Minute in the credential', () => {
	const kakiyo = useKakiyoBench();
	const kaiCalls = useKaiCallsBench();
	const kairo = useKairoBench();
	const listCampaigns = { resource: 'campaign', operation: 'getAll', limit: 1 };

	it('lowers every limit by the minute', async () => {
		const run = { items: items(12), credentialFields: { requestsPerMinute: 5 } };
		const result = await kakiyo.run(listCampaigns, run);
		expect(result.items).toHaveLength(12);
		expect(mostInAMinute(kakiyo.requests())).toBeLessThanOrEqual(5);
		expect(hintsOf(result)).toEqual([expect.stringContaining('limit of 5 requests a minute')]);
	});

	it('raises it for a plan that allows more, without a wait', async () => {
		kakiyo.control.configureKakiyo({ rateLimits: false });
		const result = await kakiyo.run(listCampaigns, { items: items(60), credentialFields: { requestsPerMinute: 120 } });
		expect(result.items).toHaveLength(60);
		expect(hintsOf(result)).toEqual([]);
	});

	it('holds for the phone calls of KaiCalls', async () => {
		const [agent] = kaiCalls.state.agents;
		const call = { resource: 'call', operation: 'create', agentId: byId(agent?.id ?? ''), to: '={{ $json.to }}' };
		const phones = Array.from({ length: 7 }, (_, index) => ({ to: `+120255502${10 + index}` }));
		const { error } = await kaiCalls.run(call, { items: phones, credentialFields: { requestsPerMinute: 3 } });
		expect(error?.message).toBeUndefined();
		expect(kaiCalls.timesRung()).toHaveLength(7);
		expect(mostInAMinute(kaiCalls.requests())).toBeLessThanOrEqual(3);
	});

	it('yields to what the headers of KAIRO announce', async () => {
		kairo.control.configureKairo({ requestsPerWindow: 20, resetUnit: 'secondsLeft' });
		const get = { resource: 'agent', operation: 'get', agentId: byId(kairo.state.agents[0]?.id ?? '') };
		const { items: output } = await kairo.run(get, {
			items: items(50),
			credentialFields: { requestsPerMinute: 1_000 },
		});
		expect(output).toHaveLength(50);
		expect(refusedIn(kairo)).toEqual([]);
	});

	it.each(['', undefined])('changes nothing when it is empty (%p)', async (requestsPerMinute) => {
		const { items: output } = await kakiyo.run(listCampaigns, {
			items: items(35),
			...(requestsPerMinute !== undefined && { credentialFields: { requestsPerMinute } }),
		});
		expect(output).toHaveLength(35);
		expect(mostInAMinute(kakiyo.requests())).toBeLessThanOrEqual(30);
		expect(refusedIn(kakiyo)).toEqual([]);
	});

	it.each([0, -1, 1.5, 'many'])('is named when it is %p, and nothing is sent', async (requestsPerMinute) => {
		const { error } = await kakiyo.run(listCampaigns, { credentialFields: { requestsPerMinute } });
		expect(error?.message).toBe(
			`"Requests per Minute" in the credential must be a whole number from 1 (got "${requestsPerMinute}")`,
		);
		expect(error?.description).toContain('leave it empty');
		expect(kakiyo.requests()).toEqual([]);
	});
});
