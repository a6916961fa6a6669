import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Exchange } from '../../../nodes/shared/contract/exchange';
import { isRepeatable, judge } from '../../../nodes/shared/http/retry';
import { answer, noAnswer } from '../support/wire';
import { everyOne } from '../../support/everyOne';

const once = ['POST', 'PATCH'] as const;
const oftener = ['GET', 'HEAD', 'PUT', 'DELETE'] as const;
const methods = [...once, ...oftener];

const undelivered = noAnswer('undelivered');
const doubtful = noAnswer('doubtful');

describe('the safety table', () => {
	const same = (exchange: Exchange, verdict: string) => methods.map((method) => [method, exchange, verdict] as const);

	it.each([
		...same(answer(429), 'waitForLimit'),
		...same(undelivered, 'backOff'),
		...same(noAnswer('blocked'), 'blocked'),
		...same(noAnswer('cancelled'), 'cancelled'),
		...[301, 307, 308, 400, 401, 402, 403, 404, 405, 409, 413, 422].flatMap((status) =>
			same(answer(status), 'refused'),
		),
		...[...[0, 99, 100, 199, 408, 499, 500, 502, 503, 504, 600, 999].map((status) => answer(status)), doubtful].flatMap(
			(exchange) => [
				...once.map((method) => [method, exchange, 'unknown'] as const),
				...oftener.map((method) => [method, exchange, 'backOff'] as const),
			],
		),
		...[302, 303].flatMap((status) => [
			...once.map((method) => [method, answer(status), 'unknown'] as const),
			...oftener.map((method) => [method, answer(status), 'refused'] as const),
		]),
	])('%s and %j: %s', (method, exchange, verdict) => {
		expect(judge(exchange, isRepeatable(method), undefined)).toBe(verdict);
	});

	it('gives way to the vendor’s own word on a refusal, for any method', () => {
		for (const method of everyOne(methods)) {
			expect(judge(answer(409), isRepeatable(method), 'busy')).toBe('waitForVendor');
			expect(judge(answer(429), isRepeatable(method), 'final')).toBe('refused');
		}
	});

	it('never repeats an unrepeatable request, unless it was not delivered or not carried out', () => {
		const exchanges = fc.oneof(
			fc.integer({ min: 100, max: 599 }).map((status) => answer(status)),
			fc.constantFrom('undelivered', 'blocked', 'doubtful', 'cancelled').map((kind) => noAnswer(kind)),
		);
		const classes = fc.constantFrom('busy', 'final', undefined);
		fc.assert(
			fc.property(exchanges, classes, (exchange, classification) => {
				const verdict = judge(exchange, false, classification);
				if (verdict === 'backOff') expect(exchange.failure?.kind).toBe('undelivered');
				if (verdict === 'waitForLimit') expect(exchange.response?.status).toBe(429);
				if (verdict === 'waitForVendor') expect(classification).toBe('busy');
			}),
		);
	});
});
