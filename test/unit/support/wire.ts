import type { Exchange, IncomingResponse, TransportFailure } from '../../../nodes/shared/contract/exchange';
import type { Vendor } from '../../../nodes/shared/contract/vendor';

/** A vendor without wording of its own, busy while a record is `locked`. */
export const acme: Vendor = {
	name: 'Acme',
	credential: 'acmeApi',
	baseUrls: { baseUrl: 'https://acme.example/v1' },
	listedBy: {},
	spelling: 'camelCase',
	limits: {},
	tierOf: () => 'only',
	explain: () => undefined,
	classify({ code }) {
		if (code === 'locked') return 'busy';
		return code === 'never' ? 'final' : undefined;
	},
};

export const response = (
	status: number,
	body: unknown = {},
	headers: Record<string, string> = {},
): IncomingResponse => ({ status, body, headers });

export const answer = (...parts: Parameters<typeof response>): Exchange => ({ response: response(...parts) });

export const noAnswer = (kind: TransportFailure['kind'], reason: string = kind): Exchange => ({
	failure: { kind, reason },
});

export const busy = answer(409, { error: 'locked' });
