import { createHmac } from 'node:crypto';

export const signatureKinds = ['valid', 'validPrefixed', 'missing', 'wrong'] as const;
export type SignatureKind = (typeof signatureKinds)[number];

/** `X-Kakiyo-Signature`: lower-case hex HMAC-SHA256 of the body; the documents show it with and without `sha256=`. */
export function signatureHeaders(kind: SignatureKind, secret: string | null, json: string): Record<string, string> {
	if (kind === 'missing') return {};
	if (kind === 'wrong') return header(hmac(`not ${secret}`, json));
	if (secret === null) return {};
	return header(`${kind === 'validPrefixed' ? 'sha256=' : ''}${hmac(secret, json)}`);
}

function hmac(secret: string, json: string): string {
	return createHmac('sha256', secret).update(json).digest('hex');
}

function header(value: string): Record<string, string> {
	return { 'X-Kakiyo-Signature': value };
}
