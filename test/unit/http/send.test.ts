import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Exchange } from '../../../nodes/shared/contract/exchange';
import { remedyOf } from '../../../nodes/shared/contract/failure';
import { requestOptionsField } from '../../../nodes/shared/fields/requestOptions';
import { failureFrom } from '../support/failures';
import { Journey } from '../support/journey';
import { answer, busy, noAnswer } from '../support/wire';

const ok = answer(200, { id: 'x' });
const reset = noAnswer('doubtful', 'ECONNRESET');
const refused = noAnswer('undelivered', 'ECONNREFUSED');
const html = answer(200, '<!doctype html><title>Sign in</title>');
const limited = (seconds: number) => answer(429, {}, { 'retry-after': String(seconds) });

describe('retries', () => {
	it('returns the first success', async () => {
		const journey = new Journey([ok]);
		expect((await journey.travel()).body).toEqual({ id: 'x' });
		expect(journey.sentAt).toEqual([0]);
	});

	it.each([
		['GET', reset],
		['PUT', answer(503)],
		['DELETE', answer(500)],
		['GET', answer(504)],
		['POST', refused],
		['PATCH', refused],
		['POST', limited(1)],
		['PATCH', limited(1)],
	] as const)('tries %s again after %j', async (method, failed) => {
		const journey = new Journey([failed, failed, ok], { method });
		expect((await journey.travel()).status).toBe(200);
		expect(journey.sentAt).toHaveLength(3);
	});

	it.each([
		['POST', answer(500)],
		['POST', reset],
		['PATCH', answer(502)],
		['PATCH', noAnswer('doubtful', 'ETIMEDOUT')],
		['POST', html],
	] as const)('sends %s once when the outcome is unknown: %j', async (method, doubt) => {
		const journey = new Journey([doubt, ok], { method });
		expect(await failureFrom(journey.travel())).toMatchObject({ kind: 'unknown' });
		expect(journey.sentAt).toEqual([0]);
	});

	it.each([400, 401, 402, 403, 404, 409, 422, 302])('takes a %i as the final word', async (status) => {
		const journey = new Journey([answer(status, { error: 'nope' }), ok]);
		expect(await failureFrom(journey.travel())).toMatchObject({ kind: 'refused', status, code: 'nope' });
		expect(journey.sentAt).toEqual([0]);
	});

	it.each([302, 303])('does not report "not done" when a %i names the address of the result', async (status) => {
		for (const method of ['PUT', 'DELETE'] as const) {
			const journey = new Journey([answer(status), ok], { method });
			expect(await failureFrom(journey.travel())).toMatchObject({ kind: 'refused', status, mayBeDone: true });
		}
		const reading = await failureFrom(new Journey([answer(status), ok], { method: 'GET' }).travel());
		expect(reading).not.toHaveProperty('mayBeDone');
	});

	it.each([0, 1, 4])('gives up after %i retries, and says that a repetition is harmless', async (maxRetries) => {
		const journey = new Journey([answer(503)], { limits: { maxRetries } });
		expect(await failureFrom(journey.travel())).toMatchObject({ kind: 'unavailable', status: 503 });
		expect(journey.sentAt).toHaveLength(maxRetries + 1);
	});

	const errors = [
		{ error: 'internal_error', message: 'Down' },
		{ error: { code: 'internal_error', message: 'Down' } },
		{ success: false, error: 'Down for now' },
		{ error: 'internal_error', data: null },
		{ success: false, message: 'Down', data: [] },
		{ errors: [{ message: 'Down' }], data: null },
		[{ error: 'Down' }],
	];

	it.each(errors)('never takes an error for a success, with any status: %j', async (body) => {
		const reading = new Journey([answer(200, body), ok]);
		const { kind, message, description } = await failureFrom(reading.travel());
		expect({ kind, sent: reading.sentAt.length }).toEqual({ kind: 'unavailable', sent: 1 });
		expect(`${message} ${description}`).toMatch(/error.*(Down|internal_error)/);
		expect(await failureFrom(new Journey([answer(200, body), ok], { method: 'POST' }).travel())).toMatchObject({
			kind: 'unknown',
			status: 200,
		});
	});

	it.each([
		{ error: null, data: [] },
		{ id: 'run', status: 'failed', error: 'Model overloaded' },
		{ error: '' },
		[{ id: 'a' }, { error: 'x' }],
	])('returns a record that mentions an error as a record: %j', async (body) => {
		expect((await new Journey([answer(200, body)]).travel()).body).toEqual(body);
	});

	it('says how often it could not reach the vendor', async () => {
		const journey = new Journey([refused], { limits: { maxRetries: 2 } });
		const { kind, message } = await failureFrom(journey.travel());
		expect(kind).toBe('unavailable');
		expect(message).toContain('3 tries');
	});

	it('gives up at once when nothing can ever be delivered', async () => {
		const journey = new Journey([noAnswer('blocked', 'CERT_HAS_EXPIRED'), ok]);
		expect(await failureFrom(journey.travel())).toMatchObject({ kind: 'unavailable', code: 'CERT_HAS_EXPIRED' });
		expect(journey.sentAt).toEqual([0]);
	});

	it('obeys a vendor that calls its own refusal final', async () => {
		const journey = new Journey([answer(429, { error: 'never' }), ok]);
		expect((await failureFrom(journey.travel())).kind).toBe('refused');
		expect(journey.sentAt).toEqual([0]);
	});

	it('never delivers an unrepeatable request more than once, for any answers', async () => {
		const carriedOut = [ok, answer(500), answer(503), reset, html];
		const harmless = [refused, limited(1), limited(0), answer(429), busy, answer(400), noAnswer('blocked')];
		const exchanges = fc.array(fc.constantFrom(...carriedOut, ...harmless), { minLength: 1, maxLength: 8 });
		await fc.assert(
			fc.asyncProperty(exchanges, fc.constantFrom('POST', 'PATCH'), async ([first, ...others], method) => {
				const script: [Exchange, ...Exchange[]] = [first ?? ok, ...others, answer(400)];
				const journey = new Journey(script, { method });
				await journey.travel().catch(() => undefined);
				const received = script.slice(0, journey.sentAt.length);
				expect(received.filter((exchange) => carriedOut.includes(exchange)).length).toBeLessThanOrEqual(1);
			}),
		);
	});
});

describe('waiting', () => {
	it('lasts as long as Retry-After says, also after an outage', async () => {
		const journey = new Journey([limited(42), answer(503, {}, { 'retry-after': '7' }), ok]);
		await journey.travel();
		expect(journey.sentAt).toEqual([0, 42_000, 49_000]);
	});

	it('lasts for the rest of the documented window when a 429 names no time', async () => {
		const journey = new Journey([ok, answer(429), ok], { limit: { requests: 9, perSeconds: 30 } });
		await journey.travel();
		await journey.travel();
		expect(journey.sentAt).toEqual([0, 0, 30_000]);
	});

	it('lasts for a part of the documented window when a 429 names no time and we have used nothing of it', async () => {
		const journey = new Journey([answer(429), ok], { limit: { requests: 9, perSeconds: 30 } });
		await journey.travel();
		expect(journey.sentAt).toEqual([0, expect.closeTo(30_000 / 4.5, 0)]);
	});

	it('lasts for as many windows as Max Retries allows, although a vendor that names no time is asked several times in each', async () => {
		const journey = new Journey([answer(429)], { limit: { requests: 9, perSeconds: 30 }, limits: { maxRetries: 2 } });
		expect(await failureFrom(journey.travel())).toMatchObject({ kind: 'unavailable' });
		expect(journey.sentAt.length).toBeGreaterThan(3);
		expect(journey.sentAt.at(-1)).toBeGreaterThanOrEqual(60_000);
		expect(journey.sentAt.at(-1)).toBeLessThan(90_000);
	});

	it('backs off when nothing tells how long', async () => {
		const journey = new Journey([answer(429), answer(503), reset, ok]);
		await journey.travel();
		expect(journey.sentAt).toHaveLength(4);
		expect(journey.elapsed()).toBeLessThanOrEqual(3 * 30_000);
	});

	it('ends at once when the limit resets after Max Wait, and names the time', async () => {
		const journey = new Journey([limited(600), ok], { method: 'POST' });
		const failure = await failureFrom(journey.travel());
		expect(failure.kind).toBe('unavailable');
		expect(failure.message).toContain('minute 10');
		expect(journey.sentAt).toEqual([0]);
		expect(journey.elapsed()).toBe(0);
	});

	it('refuses the requests after it at once, too, without sending them', async () => {
		const journey = new Journey([ok]);
		journey.limiter.pause(journey.start + 600_000);
		expect((await failureFrom(journey.travel())).message).toContain('minute 10');
		expect(journey.sentAt).toEqual([]);
	});

	it('for a busy record happens with any method and does not use up retries', async () => {
		for (const method of ['GET', 'POST'] as const) {
			const script: [Exchange, ...Exchange[]] = [busy, ...Array<Exchange>(9).fill(busy), ok];
			const journey = new Journey(script, { method, limits: { maxRetries: 0 } });
			expect((await journey.travel()).status).toBe(200);
			expect(journey.sentAt).toHaveLength(11);
		}
	});

	it('for a record that stays busy ends within Max Wait', async () => {
		const journey = new Journey([busy], { method: 'POST', limits: { maxWaitMs: 60_000 } });
		expect(await failureFrom(journey.travel())).toMatchObject({ kind: 'refused', status: 409 });
		expect(journey.sentAt.length).toBeGreaterThan(5);
		expect(journey.elapsed()).toBeLessThanOrEqual(60_000);
	});

	it.each([
		['a limit', limited(200)],
		['an outage', answer(503, {}, { 'retry-after': '200' })],
		['a busy record', busy],
	])('for %s stops within 250 ms of Stop, and nothing was done', async (_, failed) => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 0, max: 4_000 }), async (stopAfter) => {
				const journey: Journey = new Journey([failed], {
					limits: { cancelled: () => journey.elapsed() >= stopAfter },
				});
				expect((await failureFrom(journey.travel())).kind).toBe('skipped');
				expect(journey.elapsed()).toBeLessThanOrEqual(stopAfter + 250);
			}),
			{ numRuns: 20 },
		);
	});
});

describe('answers that need a second look', () => {
	it('counts a deletion as done that finds nothing after a doubtful try', async () => {
		for (const doubt of [reset, answer(502)]) {
			const journey = new Journey([doubt, answer(404, { error: 'not_found' })], { method: 'DELETE' });
			expect((await journey.travel()).body).toBeUndefined();
		}
	});

	it('does not count it as done when the earlier try was never carried out', async () => {
		for (const harmless of [refused, limited(1)]) {
			const journey = new Journey([harmless, answer(404)], { method: 'DELETE' });
			expect(await failureFrom(journey.travel())).toMatchObject({ kind: 'refused', status: 404 });
		}
	});

	it('counts only deletions as done', async () => {
		const journey = new Journey([reset, answer(404)], { method: 'PUT' });
		expect(await failureFrom(journey.travel())).toMatchObject({ kind: 'refused', status: 404 });
	});

	it('does not let a refusal decide whether an earlier try has done it', async () => {
		const bulk = { method: 'POST', repeatable: true } as const;
		expect((await failureFrom(new Journey([reset, answer(400)], bulk).travel())).kind).toBe('unknown');
		expect((await failureFrom(new Journey([refused, answer(400)], bulk).travel())).kind).toBe('refused');
	});

	it('does not count a deletion as done by a 404 for an assumed path', async () => {
		const uncertain = { method: 'DELETE', uncertainPath: true } as const;
		expect((await failureFrom(new Journey([reset, answer(404)], uncertain).travel())).kind).toBe('unknown');
	});

	it('reports whether an earlier try ended in doubt', async () => {
		expect((await new Journey([reset, ok], { method: 'DELETE' }).travel()).afterDoubt).toBe(true);
		expect((await new Journey([refused, limited(1), ok], { method: 'DELETE' }).travel()).afterDoubt).toBe(false);
		expect((await new Journey([reset, ok], { method: 'GET' }).travel()).afterDoubt).toBe(false);
	});

	it('does not accept a web page as an answer, and accepts an empty body as an empty answer', async () => {
		expect((await failureFrom(new Journey([html]).travel())).kind).toBe('unavailable');
		expect((await new Journey([answer(204, ' ')], { method: 'POST' }).travel()).body).toBeUndefined();
	});

	it('returns a tolerated refusal, and no other', async () => {
		const tolerate = ({ code }: { code: string }) => code === 'exists';
		const exists = answer(409, { error: 'exists' });
		expect((await new Journey([exists], { tolerate, method: 'POST' }).travel()).status).toBe(409);
		const other = new Journey([answer(409, { error: 'gone' })], { tolerate, method: 'POST' });
		expect((await failureFrom(other.travel())).kind).toBe('refused');
	});

	it('leaves a request that Stop cut off unknown, unless it may be repeated', async () => {
		const cut = noAnswer('cancelled');
		expect((await failureFrom(new Journey([cut], { method: 'POST' }).travel())).kind).toBe('unknown');
		expect((await failureFrom(new Journey([cut]).travel())).kind).toBe('skipped');
	});
});

describe('a request with an unclear end', () => {
	it('does not blame a field for a limit that outlasts all retries', async () => {
		const failure = await failureFrom(new Journey([limited(1)]).travel());
		expect(failure.kind).toBe('unavailable');
		expect(failure.description).not.toContain('Correct the field');
	});

	it('does not call a broken connection a used up limit, without any Max Wait', async () => {
		const failure = await failureFrom(new Journey([refused], { limits: { maxWaitMs: 0 } }).travel());
		expect(failure.message).not.toContain('limit');
	});

	it.each([
		['the vendor refuses', answer(409, { error: 'conflict' }), 'refused'],
		['it is not there', answer(404, { error: 'not_found' }), 'refused'],
		['the vendor is down', answer(503), 'unavailable'],
		['no answer comes', reset, 'unavailable'],
		['the certificate is bad', noAnswer('blocked', 'CERT_HAS_EXPIRED'), 'unavailable'],
		['a login page answers', html, 'unavailable'],
		['it waits for a limit', limited(7_200), 'unavailable'],
	] as const)('may have been done after an unclear first PUT, with any later answer: %s', async (_, last, kind) => {
		const failure = await failureFrom(new Journey([reset, last], { method: 'PUT' }).travel());
		expect(failure).toMatchObject({ kind, mayBeDone: true });
		expect(failure.description).toContain('may');
		expect(failure.description).not.toMatch(/not done|Nothing happened/);
	});

	it.each(['GET', 'PUT'] as const)('does not count as perhaps done if a %s was refused at once', async (method) => {
		expect(await failureFrom(new Journey([answer(409, {})], { method }).travel())).not.toHaveProperty('mayBeDone');
		const afterDoubt = await failureFrom(new Journey([reset, answer(409, {})], { method: 'GET' }).travel());
		expect(afterDoubt).not.toHaveProperty('mayBeDone');
	});

	it('is read again if a success was cut at the end of a chunk', async () => {
		const cut = answer(200, '{"rows": [{"id": 1}, {"i');
		const journey = new Journey([cut, ok]);
		expect((await journey.travel()).body).toEqual({ id: 'x' });
		expect(journey.sentAt).toHaveLength(2);
	});

	it('is not sent again if the answer to a create was cut like that', async () => {
		const journey = new Journey([answer(201, '{"id": '), ok], { method: 'POST' });
		expect(await failureFrom(journey.travel())).toMatchObject({ kind: 'unknown' });
		expect(journey.sentAt).toHaveLength(1);
	});

	it('does not claim that nothing happened when Stop came after a doubtful try of a change', async () => {
		const journey: Journey = new Journey([reset], {
			method: 'DELETE',
			limits: { cancelled: () => journey.sentAt.length > 0 },
		});
		expect((await failureFrom(journey.travel())).description).not.toContain('Nothing happened');
	});
});

describe('a certificate that is not trusted', () => {
	/** Of Node.js (tls: X509 certificate error codes). */
	const CODES = [
		...[
			'CERT_HAS_EXPIRED',
			'CERT_NOT_YET_VALID',
			'CERT_REVOKED',
			'CERT_UNTRUSTED',
			'CERT_SIGNATURE_FAILURE',
			'DEPTH_ZERO_SELF_SIGNED_CERT',
		],
		...[
			'ERR_TLS_CERT_ALTNAME_INVALID',
			'SELF_SIGNED_CERT_IN_CHAIN',
			'UNABLE_TO_GET_ISSUER_CERT',
			'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
			'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		],
	];
	const label =
		(requestOptionsField.options ?? []).flatMap((option) =>
			option.name === 'allowUnauthorizedCerts' && 'displayName' in option ? [option.displayName] : [],
		)[0] ?? 'a label';

	it.each(CODES)('is explained in words, with the label of the option that helps (%s)', async (code) => {
		for (const method of ['GET', 'POST'] as const) {
			const journey = new Journey([noAnswer('blocked', code), ok], { method });
			const failure = await failureFrom(journey.travel());
			expect(failure).toMatchObject({ kind: 'unavailable', code });
			expect(failure.message).toContain('its certificate ');
			expect(failure.message).not.toContain(code);
			expect(remedyOf(failure)).toContain(label);
			// Of a dropdown, which has no such option.
			expect(remedyOf(failure, 'Open it again.')).toMatch(/NODE_EXTRA_CA_CERTS.*Open it again\.$/);
			expect(remedyOf(failure, 'Open it again.')).not.toContain(label);
		}
	});
});
