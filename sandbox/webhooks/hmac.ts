import { createHmac } from 'node:crypto';

/** Lower-case hex HMAC-SHA256. */
export function hmacSha256(secret: string, text: string): string {
	return createHmac('sha256', secret).update(text).digest('hex');
}
