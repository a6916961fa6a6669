import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Exchange, OutgoingRequest } from '../../../nodes/shared/contract/exchange';
import type { IHttpRequestMethods } from 'n8n-workflow';
import { FirstAnswer } from '../../../nodes/shared/run/firstAnswer';
import { eachItem } from '../../../nodes/shared/operations/eachItem';
import { failureRow } from '../../../nodes/shared/run/failureRow';
import { Driving, ends, reportsOf } from '../support/driving';
import { ManualTime } from '../support/manualTime';
import { answer } from '../support/wire';

/** So many requests for each item, in turn. */
const requesting = (method: IHttpRequestMethods, count = 1) =>
	eachItem((item) => ({
		identity: { effect: item.index },
		async perform({ send }) {
			for (let step = 0; step < count; step++)
				await send({ request: { method, path: `/${item.index}/${step}`, query: {} } });
			return [{ done: count }];
		},
	}));

const items = (count: number) => Array.from({ length: count }, (_, index) => ({ index }));

/** Of the limiter of a vendor that documents none. */
const IN_FLIGHT = 5;

describe('a run whose account is refused', () => {
	it('reports all items, sends nothing after the refusal except requests on the wire, and says "not sent" only of requests that were not', async () => {
		const status = fc.constantFrom(401, 402);
		const method = fc.constantFrom<IHttpRequestMethods>('GET', 'POST', 'PUT', 'DELETE');
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 60 }),
				fc.integer({ min: 0, max: 70 }),
				fc.integer({ min: 1, max: 3 }),
				status,
				method,
				async (count, first, steps, refused, by) => {
					const accepted = new Set<number>();
					let answered = 0;
					let sentWhenRefused = 0;
					const driving: Driving = new Driving(requesting(by, steps), {
						async answer({ path }: OutgoingRequest): Promise<Exchange> {
							await driving.time.sleep(10);
							answered += 1;
							if (answered > first) {
								sentWhenRefused ||= driving.requests.length;
								return answer(refused, { error: 'no', message: 'Not you' });
							}
							accepted.add(Number(path.split('/')[1]));
							return answer(200, {});
						},
					});
					const run = await driving.over(items(count));
					const all = ends(run);
					expect(all).toHaveLength(count);
					if (first >= count * steps) return expect(all).toEqual(Array(count).fill('done'));
					expect(driving.requests.length).toBe(sentWhenRefused);
					expect(driving.requests.length).toBeLessThanOrEqual(first + IN_FLIGHT);
					for (const [index, end] of all.entries()) {
						if (by !== 'GET' && accepted.has(index)) expect(end).not.toBe('skipped');
						if (end === 'skipped')
							expect(
								driving.requests.filter(({ path }) => path.startsWith(`/${index}/`)).length === 0 || by === 'GET',
							).toBe(true);
					}
				},
			),
			{ numRuns: 60 },
		);
	});

	it('does not send requests that wait for a limit or for a second try', async () => {
		const driving: Driving = new Driving(requesting('GET'), {
			answer: async ({ path }) => {
				if (path === '/0/0') {
					await driving.time.sleep(1_000);
					return answer(401);
				}
				return answer(429, {}, { 'retry-after': '30' });
			},
		});
		const run = await driving.over(items(4));
		expect(ends(run)).toEqual(['refused', 'skipped', 'skipped', 'skipped']);
		expect(driving.requests).toHaveLength(4);
		const [, second] = reportsOf(run);
		if (!second || Array.isArray(second)) throw new Error('It was not told');
		expect(failureRow(second)).toMatchObject({
			error: 'Not sent: Acme did not accept the API key',
			details: {
				outcome: 'skipped',
				httpCode: '401',
				description: expect.stringContaining('Acme answered this to item 0. It is about the whole account'),
			},
		});
	});

	it('differs from a run whose single items are refused', async () => {
		const statuses = [400, 403, 404, 409, 422];
		const driving = new Driving(requesting('POST'), {
			answer: ({ path }) => answer(statuses[Number(path.split('/')[1]) % statuses.length] ?? 400),
		});
		expect(ends(await driving.over(items(20)))).toEqual(Array(20).fill('refused'));
		expect(driving.requests).toHaveLength(20);
	});
});

describe('the first answer of a run', () => {
	it('holds back all requests but the first few, and not for ever', async () => {
		const time = new ManualTime();
		const first = new FirstAnswer(time, () => false);
		const start = time.now();
		const waits = await time.run(
			Promise.all(
				Array.from({ length: 8 }, async () => {
					await first.wait();
					return time.now() - start;
				}),
			),
		);
		expect(waits.slice(0, 5)).toEqual(Array(5).fill(0));
		expect(new Set(waits.slice(5))).toEqual(new Set([30_000]));
	});

	it('releases the others at once when it comes', async () => {
		const time = new ManualTime();
		const first = new FirstAnswer(time, () => false);
		const start = time.now();
		const all = Promise.all(
			Array.from({ length: 8 }, async () => {
				await first.wait();
				return time.now() - start;
			}),
		);
		const answered = time.sleep(50).then(() => first.came());
		expect(Math.max(...(await time.run(Promise.all([all, answered])))[0])).toBe(50);
	});

	it('holds back no request when the run has been stopped', async () => {
		const time = new ManualTime();
		const first = new FirstAnswer(time, () => time.now() > start + 500);
		const start = time.now();
		await time.run(Promise.all(Array.from({ length: 8 }, async () => await first.wait())));
		expect(time.now() - start).toBeLessThan(1_000);
	});
});
