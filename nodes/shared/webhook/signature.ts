import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 bytes, written the way the vendors take a secret: as text. */
export const newSecret = (): string => randomBytes(32).toString('hex');

/** What a header may put before the digest. */
const PREFIX = 'sha256=';

/** Exactly what the vendors send; a receiver that forgives other spellings only helps whoever is guessing. */
const HEX_DIGEST = /^[0-9a-f]{64}$/;

/**
 * Whether the sender of these bytes knows the secret: HMAC-SHA256 in lower-case hex, bare or after `sha256=`.
 * Takes the same time wherever the digests differ.
 * @param payload what the vendor signs, byte for byte
 * @param received the signature header; anything but text is no signature
 */
export function isSignedWith(secret: string, payload: Buffer, received: unknown): boolean {
	if (secret === '' || typeof received !== 'string') return false;
	const digest = received.startsWith(PREFIX) ? received.slice(PREFIX.length) : received;
	if (!HEX_DIGEST.test(digest)) return false;
	return timingSafeEqual(hmac(secret, payload).digest(), Buffer.from(digest, 'hex'));
}

/** Stands for a verified event in the memory of duplicates; differs between registrations, which have secrets of their own. */
export const fingerprintOf = (secret: string, identity: Buffer | string): string =>
	hmac(secret, identity).digest('base64url');

const hmac = (secret: string, payload: Buffer | string) => createHmac('sha256', secret).update(payload);
