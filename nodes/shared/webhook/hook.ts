import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { inputFailure, sendingFailure, type Failure } from '../contract/failure';
import type { ApiClient } from '../contract/operation';
import type { Vendor } from '../contract/vendor';
import { urgentClient } from '../engine/clients';

/** Somebody waits for the workflow to be published; a minute lets the longest rate window pass. */
const HOOK_LIMITS = { maxRetries: 3, maxWaitMs: 65_000 };

/** The way to the vendor for the hooks of a trigger, over the limits it shares with everything else. */
export interface HookClient {
	baseUrl: string;
	send: ApiClient['send'];
}

/** n8n shows the message alone when a workflow cannot be published, so that the remedy has to be in it. */
const wholeMessage = ({ message, description }: Failure): string => `${message.replace(/\.$/, '')}. ${description}`;

/** Opens the way; whatever fails on it is an error of the node that says what to do. */
export async function hookClient(context: IHookFunctions, vendor: Vendor): Promise<HookClient> {
	const { connect, send } = urgentClient(context, vendor, HOOK_LIMITS);
	const { baseUrl } = await checked(context, connect);
	return {
		baseUrl,
		async send(apiRequest) {
			try {
				return await send(apiRequest);
			} catch (error) {
				throw new NodeOperationError(context.getNode(), wholeMessage(sendingFailure(error)));
			}
		},
	};
}

/** Does what needs no request; what it finds unfit is an error of the node. */
export async function checked<T>(context: IHookFunctions, work: () => T | Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw new NodeOperationError(context.getNode(), wholeMessage(inputFailure(error)));
	}
}
