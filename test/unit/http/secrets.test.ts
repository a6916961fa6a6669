import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Secrets } from '../../../nodes/shared/http/secrets';

const KEY = 'sk_live_0123456789abcdefghijklmnop+/';
const secrets = new Secrets([KEY], KEY);

/** Signs that the key does not have. */
const other = fc.stringMatching(/^[A-Z {}":.]*$/);

describe('a key', () => {
	it('loses every piece of 12 signs or more to ***, and the text around stays', () => {
		const piece = fc.tuple(fc.nat(KEY.length - 12), fc.nat()).map(([start, more]) => KEY.slice(start, start + 12 + (more % KEY.length)));
		fc.assert(
			fc.property(fc.array(fc.tuple(other, piece), { maxLength: 4 }), other, (parts, end) => {
				const text = (shown: (piece: string) => string) => parts.map(([before, cut]) => before + shown(cut)).join('|') + end;
				expect(secrets.concealedText(text((cut) => cut))).toBe(text(() => '***'));
			}),
		);
	});

	it('leaves answers without it as they are', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (body) => {
				const answer = { status: 200, body };
				expect(secrets.outOfAnswer(answer)).toBe(answer);
			}),
		);
	});

	it('goes from every text and name of an answer, however deep', () => {
		const body = { [KEY]: [{ note: `Bearer ${KEY}` }, 1, null, { cut: KEY.slice(0, 20) }] };
		expect(secrets.outOfAnswer({ body })).toEqual({ body: { '***': [{ note: 'Bearer ***' }, 1, null, { cut: '***' }] } });
	});

	it('that is short is no reason to cut words of other people', () => {
		expect(new Secrets(['abc'], 'abc').outOfAnswer({ body: 'abc abcabcabcabc' }).body).toBe('abc abcabcabcabc');
	});
});
