import { DateTime } from 'luxon';
import type { IAllExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { inputFailure, ItemFailure } from '../contract/failure';
import type { SenderPorts } from '../http/ports';
import type { Vendor } from '../contract/vendor';
import { RateLimiters } from '../limits/rateLimiters';
import { connect } from './connection';
import { systemTime } from './systemTime';

const limiters = new RateLimiters(systemTime);

/** Stands for the credential of a node, by n8n's own name for it. */
function accountOf(context: IAllExecuteFunctions, vendor: Vendor): string {
	const credential = context.getNode().credentials?.[vendor.credential];
	return `${vendor.credential}:${credential?.id ?? credential?.name ?? ''}`;
}

/**
 * What any part of a node (operation, dropdown, trigger) sends its requests over. The credential is read once.
 * @param options reads the user's timeout, proxy and certificates. Throws ItemFailure
 */
export function senderPorts(
	context: IAllExecuteFunctions,
	vendor: Vendor,
	options: () => Partial<IHttpRequestOptions> = () => ({}),
): SenderPorts {
	let connection: ReturnType<typeof connect> | undefined;
	return {
		http: {
			account: accountOf(context, vendor),
			async connect() {
				connection ??= connect(context, vendor, options());
				// Without a credential nothing can have been sent.
				return await connection.catch((thrown: unknown) => {
					throw new ItemFailure(inputFailure(thrown));
				});
			},
		},
		time: systemTime,
		limiters,
		clockTime: (epochMs) =>
			DateTime.fromMillis(epochMs, { zone: context.getTimezone() }).toFormat('yyyy-LL-dd HH:mm:ss ZZZZ'),
	};
}
