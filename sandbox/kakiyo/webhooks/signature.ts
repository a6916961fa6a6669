import { hmacSha256 } from '../../webhooks/hmac';

/** Right signatures, with and without a prefix, and wrong ones. */
export const signatureKinds = ['valid', 'validPrefixed', 'missing', 'wrong'] as const;
/** How a delivery is signed. */
export type SignatureKind = (typeof signatureKinds)[number];

/** `X-Kakiyo-Signature`: lower-case hex HMAC-SHA256 of the body; the documents show it with and without `sha256=`. */
export function signatureHeaders(kind: SignatureKind, secret: string | null, json: string): Record<string, string> {
	if (kind === 'missing') return {};
	if (kind === 'wrong') return header(hmacSha256(`not ${secret}`, json));
	if (secret === null) return {};
	return header(`${kind === 'validPrefixed' ? 'sha256=' : ''}${hmacSha256(secret, json)}`);
}

function header(value: string): Record<string, string> {
	return { 'X-Kakiyo-Signature': value };
}
