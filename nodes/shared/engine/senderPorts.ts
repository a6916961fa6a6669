import { DateTime } from 'luxon';
import type { IAllExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { inputFailure, ItemFailure } from '../contract/failure';
import type { SenderPorts } from '../http/ports';
import type { Vendor } from '../contract/vendor';
import { connect, credentialTypeOf } from './connection';
import { limiters } from './processLimiters';
import { systemTime } from './systemTime';

/** Identifies the credential of a node, by n8n's own name for it. */
function accountOf(context: IAllExecuteFunctions, vendor: Vendor): string {
	const type = credentialTypeOf(context, vendor);
	const credential = context.getNode().credentials?.[type];
	return `${type}:${credential?.id ?? credential?.name ?? ''}`;
}

/** Without a credential, nothing can have been sent. */
const unreadable = (thrown: unknown): ItemFailure =>
	new ItemFailure({
		kind: 'input',
		message: inputFailure(thrown).message,
		description: 'Nothing was sent. Choose a credential in the node; if one is chosen, open it and save it again.',
		again: 'Then run the items again.',
	});

/**
 * The ports that any part of a node (operation, dropdown, trigger) needs to send requests. The credential is read once.
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
				return await connection.catch((thrown: unknown) => {
					throw thrown instanceof ItemFailure ? thrown : unreadable(thrown);
				});
			},
		},
		time: systemTime,
		limiters,
		clockTime: (epochMs) =>
			DateTime.fromMillis(epochMs, { zone: context.getTimezone() }).toFormat('yyyy-LL-dd HH:mm:ss ZZZZ'),
	};
}
