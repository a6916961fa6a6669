import { describe, expect, it } from '@jest/globals';

import { onBench } from '../bench';
import { useHostileServer } from './server';
import { VENDORS } from './vendors';

const server = useHostileServer();

/** Invisible characters, and characters that turn the direction of the text after them. */
const UNSEEN = /[\p{Cc}\p{Cf}]/u;

const hasty = { options: { maxRetries: 0, maxWait: 0 } };

describe.each(VENDORS)('the text of a refusal by $vendor', ({ bench: ofVendor, get, vendor }) => {
	const bench = onBench(ofVendor);
	const run = async () => await bench.run({ ...get, ...hasty }, { baseUrl: server.baseUrl });

	it('is quoted in 300 characters at most, and nothing else of it is stored', async () => {
		server.says(
			400,
			JSON.stringify({ error: 'x'.repeat(1_000_000), message: 'word '.repeat(200_000), code: 'y'.repeat(1_000) }),
		);
		const { error, stored } = await run();
		expect(error?.description).toContain('word word');
		expect(JSON.stringify(stored).length).toBeLessThan(20_000);
		expect(String(error?.description).length).toBeLessThan(600);
	});

	it('names five fields at most', async () => {
		const details = Array.from({ length: 10_000 }, (_, n) => ({
			field: `field_${n}`,
			message: 'is wrong'.repeat(100),
		}));
		server.says(422, JSON.stringify({ error: 'nope', details }));
		const { error, stored } = await run();
		expect(`${error?.message} ${error?.description}`).not.toContain('field_5');
		expect(JSON.stringify(stored).length).toBeLessThan(20_000);
	});

	it('becomes plain text: no link, no control character, no direction', async () => {
		const message =
			'<a href="https://evil.test">Log in again</a> \u202egnorw\u202c \u0000\u0007 zero\u200bwidth <img src=x onerror=alert(1)>';
		for (const body of [
			{ message },
			{ error: message },
			{ error: { code: message, message } },
			{ detail: [{ msg: message }] },
			{ details: [{ field: message, message }] },
		]) {
			for (const status of [400, 401, 403, 404, 409, 429, 500]) {
				server.says(status, JSON.stringify(body));
				const { error } = await run();
				const said = `${error?.message} ${error?.description} ${JSON.stringify(error?.context)}`;
				expect(said).not.toMatch(/<(?:a|img)\b/);
				expect(said).not.toMatch(UNSEEN);
			}
		}
	});

	it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
		'is a refusal like any other when its code is %s',
		async (code) => {
			for (const status of [400, 401, 402, 403, 404, 409, 422]) {
				for (const body of [
					`{"error":"${code}"}`,
					`{"error":{"code":"${code}"}}`,
					`{"code":"${code}","message":"${code}"}`,
					`{"${code}":{"a":1},"error":"x"}`,
				]) {
					server.says(status, body);
					const { error } = await run();
					expect(error?.httpCode).toBe(String(status));
					expect(`${error?.message} ${error?.description}`).not.toMatch(
						/unknown|undefined|\[object|function|could not be read/i,
					);
				}
			}
		},
	);

	it.each([
		'9e99',
		'9'.repeat(10_000),
		'Fri, 31 Dec 9999 23:59:59 GMT',
		'-1e99',
		'Infinity',
		'1e400',
		'NaN',
		`${'0'.repeat(5_000)}1`,
	])('ends the request at once with a readable time, after "Retry-After: %s"', async (retryAfter) => {
		for (const [headers, body] of [
			[{ 'retry-after': retryAfter }, {}],
			[{ 'x-ratelimit-reset': retryAfter, 'x-ratelimit-remaining': '0' }, {}],
			[{}, { retryAfter }],
			[{}, { resetTime: retryAfter }],
		] as const) {
			server.says(429, JSON.stringify(body), headers);
			const { error } = await run();
			expect(error?.message).toMatch(/^The request limit of .+ is used up until 20\d\d-\d\d-\d\d /);
			bench.reset();
		}
	});

	it.each(['', '{}', 'null', '{"data":null}'])('is not a record when it is %j with status 200', async (body) => {
		server.says(200, body);
		const { error, items } = await run();
		expect(items).toEqual([]);
		expect(error?.message).toBe(`${vendor} sent an empty answer instead of the record`);
	});

	it.each([
		['numbers for texts', '{"id":1,"status":[],"name":{},"data":7}'],
		['a list', '[1,null,"x",[[]],{"__proto__":{"a":1}}]'],
		['a number', '5'],
		['a page', '<html>'],
		['half of it', '{"id":"a","na'],
	])('never makes a read doubtful: %s', async (_, body) => {
		server.says(200, body);
		const { error } = await run();
		expect(error?.message ?? '').not.toMatch(/outcome is unknown|went out/);
	});
});
