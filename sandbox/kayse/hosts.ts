import type { IncomingHttpHeaders } from 'node:http';
import type { Route } from '../server/vendor';
import type { Kayse } from './kayse';

/** One of the two addresses of the API. */
export interface Host {
	/** The vendor name in log and faults. */
	name: string;
	prefix: string;
	keyHeaders(kayse: Kayse): readonly string[];
	serves(kayse: Kayse, route: Route): boolean;
}

const callsPath = '/calls';

/** `https://api.kayse.com/v1` */
export const mainHost: Host = {
	name: 'kayse',
	prefix: '/kayse/v1',
	keyHeaders: () => ['x-api-key'],
	serves: (_kayse, { path }) => path !== callsPath,
};

/** `https://public-api.kayse.ai/v1` */
export const callsHost: Host = {
	name: 'kayse-public',
	prefix: '/kayse-public/v1',
	keyHeaders: ({ settings }) => (settings.hosts === 'newer' ? ['x-api-key', 'x-public-api-key'] : ['x-public-api-key']),
	serves: ({ settings }, { path }) => settings.hosts === 'newer' || path === callsPath,
};

/** Whether a request has the company's key, in the header that the host expects. */
export function hasKey(kayse: Kayse, host: Host, headers: IncomingHttpHeaders): boolean {
	return host.keyHeaders(kayse).some((name) => headers[name] === kayse.apiKey);
}
