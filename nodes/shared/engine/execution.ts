import { NodeConnectionTypes, type IExecuteFunctions } from 'n8n-workflow';

import { notSent } from '../contract/failure';
import type { ExecutionPort } from '../run/ports';
import { callbackUrl } from '../waiting/webhook';
import { callBackAt } from './timedCallback';
import { turnOf } from './turn';
import { noteWait } from './waited';

/**
 * The running execution, for an operation that puts it to wait. n8n resumes a waiting node as disabled, so none of its
 * code runs and its input passes through. Therefore the input is replaced before the wait. It is stored with the
 * execution, so a later callback finds it there.
 */
export function executionOf(context: IExecuteFunctions): ExecutionPort {
	let callback: { url: string | undefined } | undefined;
	// The same for all items; each item reads it.
	const url = () => (callback ??= { url: callbackUrl(context) }).url;
	return {
		callbackUrl: url,
		async waitUntil(time, carried, graceMs) {
			// n8n would store the cancelled execution as waiting, and its Retry would pass the items through as if the
			// wait were over.
			if (context.getExecutionCancelSignal()?.aborted) throw notSent();
			const items = carried.map((json, item) => ({ json, pairedItem: { item } }));
			context.getExecuteData().data[NodeConnectionTypes.Main] = [items];
			noteWait(context, turnOf(context), carried);
			const own = url();
			if (own !== undefined) void callBackAt(context, own, time.getTime());
			await context.putExecutionToWait(new Date(time.getTime() + graceMs));
		},
	};
}
