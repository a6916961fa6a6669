import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { inOneText, inputFailure, ItemFailure, remedyOf, sendingFailure, type Failure } from '../contract/failure';
import type { ApiClient } from '../contract/operation';
import type { Vendor } from '../contract/vendor';
import { urgentClient } from '../engine/clients';
import { collectAvailable } from '../paging/collectRows';
import type { PageStyle, Query } from '../paging/page';
import type { FetchPage } from '../paging/reading';

/** A person waits for the workflow to be published; a minute covers the longest rate window. */
const HOOK_LIMITS = { maxRetries: 3, maxWaitMs: 65_000, timeoutMs: 30_000 };

/** The client for the hooks of a trigger, with the limits that all requests share. */
export interface HookClient {
	baseUrl: string;
	send: ApiClient['send'];
}

/** n8n shows only the message when a workflow cannot be published, so the remedy must be in it. */
const wholeMessage = (failure: Failure): string => inOneText(failure.message, remedyOf(failure, 'Then try again.'));

/** Opens the client; any failure becomes an error of the node that says what to do. */
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

/** Runs a step without requests; a failure becomes an error of the node. */
export async function checked<T>(context: IHookFunctions, work: () => T | Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw new NodeOperationError(context.getNode(), wholeMessage(inputFailure(error)));
	}
}

/** Runs a step with requests; faults in their answers become errors of the node, too. */
export async function asNodeError<T>(context: IHookFunctions, work: () => Promise<T>): Promise<T> {
	return await work().catch((thrown: unknown) => {
		throw thrown instanceof ItemFailure
			? new NodeOperationError(context.getNode(), wholeMessage(thrown.failure))
			: thrown;
	});
}

/** How to read the vendor's list of webhooks. */
interface WebhookList<T> {
	page: PageStyle;
	query: Query;
	/** By the `send` of the hook's client. */
	fetchPage: FetchPage;
	/** Throws ItemFailure when a row cannot be read. */
	read(rows: unknown[]): T;
}

/** Reads the vendor's list of webhooks. Every row counts: a missed webhook would be created twice. */
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
