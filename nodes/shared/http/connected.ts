import type { RateLimit } from '../contract/rateLimit';
import type { ApiRequest } from '../contract/operation';
import type { Vendor } from '../contract/vendor';
import { accountLimits } from '../limits/accountLimits';
import type { Connection, HttpPort } from './ports';
import { checkSendable } from './sendable';

interface Connected {
	connection: Connection;
	/** The limits of the account. */
	limits: Record<string, RateLimit>;
	/** The one that counts the request. */
	limitName: string;
}

/**
 * The first steps of every request, sent or only shown: it is checked, then the credential is read.
 * @throws ItemFailure when the request or the credential cannot be used
 */
export async function connected(
	vendor: Vendor,
	http: Pick<HttpPort, 'connect'>,
	{ request, tier }: ApiRequest,
): Promise<Connected> {
	checkSendable(request);
	const connection = await http.connect();
	const limits = accountLimits(vendor.limits, connection.requestsPerMinute);
	return { connection, limits, limitName: tier ?? vendor.tierOf(request.method) };
}
