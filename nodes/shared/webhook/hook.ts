import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { inOneText, inputFailure, ItemFailure, remedyOf, sendingFailure, type Failure } from '../contract/failure';
import type { ApiClient } from '../contract/operation';
import type { Vendor } from '../contract/vendor';
import { urgentClient } from '../engine/clients';
import { collectAvailable } from '../paging/collectRows';
import type { PageStyle, Query } from '../paging/page';
import type { FetchPage } from '../paging/reading';

/** Somebody waits for the workflow to be published; a minute lets the longest rate window pass. */
const HOOK_LIMITS = { maxRetries: 3, maxWaitMs: 65_000, timeoutMs: 30_000 };

/** The way to the vendor for the hooks of a trigger, over the limits it shares with everything else. */
export interface HookClient {
	baseUrl: string;
	send: ApiClient['send'];
}

/** n8n shows the message alone when a workflow cannot be published, so that the remedy has to be in it. */
const wholeMessage = (failure: Failure): string => inOneText(failure.message, remedyOf(failure, 'Then try again.'));

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

/** Does what the client's errors end as well; what is found out of its answers is an error of the node, too. */
export async function asNodeError<T>(context: IHookFunctions, work: () => Promise<T>): Promise<T> {
	return await work().catch((thrown: unknown) => {
		throw thrown instanceof ItemFailure
			? new NodeOperationError(context.getNode(), wholeMessage(thrown.failure))
			: thrown;
	});
}

/** How the vendor's list of webhooks is read. */
interface WebhookList<T> {
	page: PageStyle;
	query: Query;
	/** By the `send` of the hook's client. */
	fetchPage: FetchPage;
	/** Throws ItemFailure when a row is not understood. */
	read(rows: unknown[]): T;
}

/** Reads the vendor's list of webhooks, of which every row counts: one that is missed would be there twice. */
export async function readWebhooks<T>(
	context: IHookFunctions,
	vendor: Vendor,
	{ page, query, fetchPage, read }: WebhookList<T>,
): Promise<T> {
	const reading = async () => {
		const { rows, cut } = await collectAvailable(page, query, Infinity, fetchPage, vendor.name);
		if (cut) throw mayBeAmongOthers(vendor, cut);
		return read(rows);
	};
	return await reading().catch((thrown: unknown) => {
		throw thrown instanceof ItemFailure
			? new NodeOperationError(context.getNode(), wholeMessage(thrown.failure))
			: thrown;
	});
}

const mayBeAmongOthers = ({ name }: Vendor, { failure }: ItemFailure): ItemFailure =>
	new ItemFailure({
		...failure,
		again: undefined,
		message: `${name} did not return its whole list of webhooks`,
		description: `The webhook of this workflow may be among the others. Delete the webhooks that you no longer need in ${name}, then try again.`,
	});
