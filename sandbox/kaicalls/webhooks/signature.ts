import { hmacSha256 } from '../../webhooks/hmac';

/** Right signatures, with and without a prefix, and wrong ones. */
export const signatureKinds = ['valid', 'validBare', 'missing', 'wrong', 'truncated', 'missingTimestamp'] as const;
/** How a delivery is signed. */
export type SignatureKind = (typeof signatureKinds)[number];

const prefix = 'sha256=';
const truncatedLength = 20;

/** `X-KaiCalls-Signature` over `<Unix seconds>.<body>`, with the seconds in `X-KaiCalls-Timestamp`. */
export function signatureHeaders(
	kind: SignatureKind,
	secret: string,
	seconds: number,
	json: string,
): Record<string, string> {
	const timestamp = { 'X-KaiCalls-Timestamp': String(seconds) };
	const signed = (value: string) => ({ 'X-KaiCalls-Signature': value });
	const hex = hmacSha256(secret, `${seconds}.${json}`);
	switch (kind) {
		case 'valid':
			return { ...timestamp, ...signed(prefix + hex) };
		case 'validBare':
			return { ...timestamp, ...signed(hex) };
		case 'missing':
			return timestamp;
		case 'wrong':
			return { ...timestamp, ...signed(prefix + hmacSha256(`not ${secret}`, `${seconds}.${json}`)) };
		case 'truncated':
			return { ...timestamp, ...signed(prefix + hex.slice(0, truncatedLength)) };
		case 'missingTimestamp':
			return signed(prefix + hex);
	}
}
