import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { classifyTransportError } from '../../../nodes/shared/http/transportFailure';
import { everyOne } from '../../support/everyOne';

/** n8n wraps axios, axios wraps node. */
const wrapped = (code: string, depth: number): Error => {
	const inner = Object.assign(new Error(`low level ${code}`), { code });
	return Array.from({ length: depth }).reduce<Error>((cause) => new Error('outer', { cause }), inner);
};

describe('an error of the HTTP client', () => {
	it.each([
		['ECONNREFUSED', 'undelivered'],
		['ENOTFOUND', 'undelivered'],
		['EAI_AGAIN', 'undelivered'],
		['EHOSTUNREACH', 'doubtful'],
		['ENETUNREACH', 'doubtful'],
		['ECONNRESET', 'doubtful'],
		['ECONNABORTED', 'doubtful'],
		['ETIMEDOUT', 'doubtful'],
		['EPIPE', 'doubtful'],
		['ERR_BAD_RESPONSE', 'doubtful'],
		['UND_ERR_SOCKET', 'doubtful'],
		['CERT_HAS_EXPIRED', 'blocked'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'blocked'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'blocked'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'blocked'],
		['EPROTO', 'doubtful'],
		['ERR_CANCELED', 'cancelled'],
	])('%s is %s, at any depth of wrapping', (code, kind) => {
		for (const depth of [0, 1, 2, 4]) {
			expect(classifyTransportError(wrapped(code, depth))).toEqual({ kind, reason: code });
		}
	});

	it('counts as unclear with an unknown code, so that it is not sent twice', () => {
		expect(classifyTransportError(wrapped('E_BRAND_NEW', 1))).toEqual({ kind: 'doubtful', reason: 'E_BRAND_NEW' });
	});

	it('counts as sent if an answer has begun, with any error', () => {
		const thrown = [
			...['ECONNREFUSED', 'CERT_HAS_EXPIRED', 'ERR_INVALID_URL'].map((code) => wrapped(code, 1)),
			new RangeError('Set maximum size exceeded'),
			new Error('Domain not allowed'),
		];
		for (const error of everyOne(thrown)) {
			expect(classifyTransportError(error).kind).not.toBe('doubtful');
			expect(classifyTransportError(error, true).kind).toBe('doubtful');
		}
		expect(classifyTransportError(wrapped('ERR_CANCELED', 1), true).kind).toBe('cancelled');
	});

	it('is judged by the cause when the wrapper has a vaguer code', () => {
		const error = Object.assign(wrapped('ECONNREFUSED', 1), { code: 'ERR_NETWORK' });
		expect(classifyTransportError(error)).toEqual({ kind: 'undelivered', reason: 'ECONNREFUSED' });
	});

	it('counts as Stop even if the abort broke the connection', () => {
		const error = Object.assign(wrapped('ECONNRESET', 1), { code: 'ERR_CANCELED' });
		expect(classifyTransportError(error).kind).toBe('cancelled');
	});

	it.each(['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'])('%s while connecting is undelivered', (code) => {
		const error = Object.assign(new Error(code), { code, syscall: 'connect' });
		expect(classifyTransportError(new Error('outer', { cause: error }))).toEqual({ kind: 'undelivered', reason: code });
	});

	it('is undelivered when the connection ended before the HTTPS handshake, with the code of a broken one', () => {
		const error = Object.assign(
			new Error('Client network socket disconnected before secure TLS connection was established'),
			{ code: 'ECONNRESET' },
		);
		expect(classifyTransportError(new Error('outer', { cause: error })).kind).toBe('undelivered');
	});

	it.each(['ERR_INVALID_CHAR', 'ERR_INVALID_URL', 'ERR_UNESCAPED_CHARACTERS'])('means "never sent" with %s', (code) => {
		expect(classifyTransportError(wrapped(code, 1))).toEqual({ kind: 'blocked', reason: code });
	});

	it('means "never sent" when the data was nested too deep to be written', () => {
		expect(
			classifyTransportError(new Error('outer', { cause: new RangeError('Maximum call stack size exceeded') })).kind,
		).toBe('blocked');
	});

	it.each([
		'Domain not allowed: api.acme.test',
		// n8n: SsrfBlockedIpError, SsrfBlockedHostnameError
		'The request was blocked because it resolves to a restricted IP address',
		'The request was blocked because the destination hostname is restricted',
	])('means "never sent" when n8n refused the request and says why: %s', (sentence) => {
		const error = new Error(sentence);
		expect(classifyTransportError(error)).toEqual({ kind: 'blocked', reason: error.message });
	});

	it('is doubtful without further knowledge', () => {
		expect(classifyTransportError(new Error('Something broke')).kind).toBe('doubtful');
	});

	it('may be anything, even its own cause', () => {
		const circle: { cause?: unknown } = {};
		circle.cause = circle;
		expect(classifyTransportError(circle).kind).toBe('doubtful');
		fc.assert(fc.property(fc.anything(), (thrown) => void classifyTransportError(thrown)));
	});
});
