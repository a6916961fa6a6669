import type { IncomingHttpHeaders } from 'node:http';

/** The key of `Authorization: Bearer <key>`. */
export function bearerKey({ authorization }: IncomingHttpHeaders): string | undefined {
	return /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
}
