import { randomBytes } from 'node:crypto';

const secretBytes = 24;

/** Random, unlike the rest of the sandbox: a test must read the secret from the reply, as a user does. */
export function newSecret(): string {
	return `whsec_${randomBytes(secretBytes).toString('hex')}`;
}
