import type { DeclarativeRestApiSettings, IExecuteFunctions } from 'n8n-workflow';

import { connect } from '../../shared/engine/client';
import { readRequestOptions } from '../../shared/engine/requestOptions';
import type { Connection } from '../../shared/engine/transport';
import { callbackUrl } from '../../shared/waiting/webhook';
import { reachableUrl } from '../../shared/webhook/reach';
import { kaiCalls } from '../vendor';

/** Both ends of a call to be placed: KaiCalls, and the execution that it is to call back. */
export interface Site {
	options: DeclarativeRestApiSettings.HttpRequestOptions;
	connection: () => Promise<Connection>;
	/** @throws ItemFailure when KaiCalls could not reach it, so that nobody is rung in vain */
	callbackUrl: () => string;
}

/** The token in its query is for KaiCalls alone, not for a message. */
function checkedCallbackUrl(context: IExecuteFunctions, baseUrl: string): string {
	const url = callbackUrl(context);
	reachableUrl(url?.split('?')[0], baseUrl, kaiCalls.name);
	return url ?? '';
}

/** Reads them before anybody is rung. Whatever is amiss shows when it is used, on the item that uses it. */
export async function siteOf(context: IExecuteFunctions): Promise<Site> {
	const options = readRequestOptions(context.getNodeParameter('requestOptions', 0, {}));
	const connection = connect(context, kaiCalls, options);
	const url = connection.then(({ baseUrl }) => checkedCallbackUrl(context, baseUrl));
	const found = await url.then(
		(address) => () => address,
		(error: unknown) => () => {
			throw error;
		},
	);
	return { options, connection: async () => await connection, callbackUrl: found };
}
