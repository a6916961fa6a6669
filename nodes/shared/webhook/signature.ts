import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 bytes, as text, because the vendors take a secret as text. */
export const newSecret = (): string => randomBytes(32).toString('hex');

/** Prefixes of the digest in a header. */
const PREFIX = 'sha256=';

/** Exactly the form that the vendors send; accepting other spellings would only help attackers. */
const HEX_DIGEST = /^[0-9a-f]{64}$/;

/**
 * Whether the sender of these bytes knows the secret: HMAC-SHA256 in lower-case hex, bare or after `sha256=`. Takes the
 * same time for any difference.
 * @param payload the signed bytes
 * @param received the signature header; anything but text is not a signature
 */
export function isSignedWith(secret: string, payload: Buffer, received: unknown): boolean {
	if (secret === '' || typeof received !== 'string') return false;
	const digest = received.startsWith(PREFIX) ? received.slice(PREFIX.length) : received;
	if (!HEX_DIGEST.test(digest)) return false;
	return timingSafeEqual(hmac(secret, payload).digest(), Buffer.from(digest, 'hex'));
}

/**
 * Identifies a verified event in the memory of duplicates; different for each registration, which has its own secret.
 */
export const fingerprintOf = (secret: string, identity: Buffer | string): string =>
	hmac(secret, identity).digest('base64url');

const hmac = (secret: string, payload: Buffer | string) => createHmac('sha256', secret).update(payload);
