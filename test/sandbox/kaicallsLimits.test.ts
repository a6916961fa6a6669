import { describe, expect, it } from '@jest/globals';
import { type Reply, send } from './client';
import { ask, kai, refusalOf } from './kaicalls';
import { useSandbox } from './useSandbox';

const phone = (index: number) => `+1415555${String(index).padStart(4, '0')}`;

describe('limits of KaiCalls', () => {
	const sandbox = useSandbox();

	async function acceptedOf(count: number, request: string, body?: unknown): Promise<number> {
		const replies = await Promise.all(Array.from({ length: count }, () => ask(sandbox, request, body)));
		return replies.filter(({ status }) => status !== 429).length;
	}

	it('takes 60 calls and 300 reads a minute of each key, and any number of other writes', async () => {
		expect(await acceptedOf(62, 'POST /calls', { agent_id: kai, to: phone(0) })).toBe(60);
		expect(await acceptedOf(150, 'GET /balance')).toBe(150);
		expect(await acceptedOf(152, 'GET /numbers')).toBe(150);
		expect(await acceptedOf(65, 'POST /webhooks', {})).toBe(65);
		const refused = await ask(sandbox, 'GET /agents');
		expect([refusalOf(refused), refused.headers.get('retry-after')]).toEqual([[429, 'rate_limited'], null]);
		const { apiKey } = sandbox.control.addKey({ scopes: ['*'] });
		expect((await send({ ...sandbox.kaicalls, apiKey }, 'GET /agents')).status).toBe(200);
	});

	it('names the wait on request and opens a new window', async () => {
		await sandbox.restart({ timeScale: 200 });
		sandbox.control.configureKaiCalls({ readsPerWindow: 1, retryAfterHeader: true });
		await ask(sandbox, 'GET /agents');
		const seconds = Number((await ask(sandbox, 'GET /agents')).headers.get('retry-after'));
		expect(seconds).toBeGreaterThan(0);
		expect(seconds).toBeLessThanOrEqual(60);
		await sandbox.clock.sleep(seconds + 1);
		expect((await ask(sandbox, 'GET /agents')).status).toBe(200);
	});

	describe('a storm of 300 calls', () => {
		const body = (index: number) => ({ agent_id: kai, to: phone(index) });
		const never = () => undefined;

		/** Calls until the sandbox takes it; a call whose outcome is unknown is repeated only by `onReset`. */
		async function insist(index: number, onReset: () => Promise<Reply> | undefined): Promise<void> {
			for (;;) {
				const reply = await ask(sandbox, 'POST /calls', body(index)).catch(onReset);
				if (reply?.status !== 429) return;
				await sandbox.clock.sleep(10);
			}
		}

		function prepare(): void {
			sandbox.control.fail({
				vendor: 'kaicalls',
				method: 'POST',
				path: '/calls',
				kind: 'resetBeforeHandler',
				skip: 20,
				times: 5,
			});
			sandbox.control.fail({
				vendor: 'kaicalls',
				method: 'POST',
				path: '/calls',
				kind: 'resetAfterHandler',
				skip: 40,
				times: 1,
			});
			sandbox.control.fail({
				vendor: 'kaicalls',
				method: 'POST',
				path: '/calls',
				kind: 'status',
				status: 429,
				skip: 60,
				times: 7,
			});
		}

		it('calls no person twice for a client that repeats only refused requests', async () => {
			await sandbox.restart({ timeScale: 400 });
			prepare();
			await Promise.all(Array.from({ length: 300 }, (_, index) => insist(index, never)));
			const rung = Object.values(sandbox.control.callsPlaced());
			expect(Math.max(...rung)).toBe(1);
			expect(rung).toHaveLength(295);
			expect(sandbox.control.log().filter(({ accepted }) => accepted)).toHaveLength(295);
			expect(sandbox.control.stats().find(({ route }) => route === '/calls')?.duplicates).toEqual([]);
		});

		it('shows when a client repeats a call that was placed', async () => {
			sandbox.control.fail({ vendor: 'kaicalls', method: 'POST', path: '/calls', kind: 'resetAfterHandler' });
			await insist(7, async () => await ask(sandbox, 'POST /calls', body(7)));
			expect(sandbox.control.callsPlaced()).toEqual({ [phone(7)]: 2 });
		});
	});
});
