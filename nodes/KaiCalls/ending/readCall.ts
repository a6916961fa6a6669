import type { IAllExecuteFunctions, IDataObject } from 'n8n-workflow';

import type { ApiClient, ApiRequest } from '../../shared/contract/operation';
import { urgentClient } from '../../shared/engine/clients';
import { asItem } from '../../shared/values/rows';
import { callPages } from '../pages';
import { kaiCalls } from '../vendor';
import { plainText } from '../../shared/values/text';

/** Reads calls from the API. Each method throws ItemFailure if the API does not answer. */
export interface CallReader {
	/** @returns undefined if the API does not know the call */
	call(id: string): Promise<IDataObject | undefined>;
	/** The newest calls of the account, newest first, without details. */
	newest(): Promise<IDataObject[]>;
}

/**
 * KaiCalls documents no second report, so a request waits long enough for the limit: it tries again in the next minutes
 * if other requests have used up the limit.
 */
export const CALL_READ_LIMITS = { maxRetries: 10, maxWaitMs: 600_000, timeoutMs: 10_000 };

const UNKNOWN_CALL = 404;

/** Largest page size (docs/vendors/kaicalls.md#calls). */
const PAGE = 100;

/** The request that reads one call (docs/vendors/kaicalls.md#calls). */
const lookUpRequest = (id: string): ApiRequest => ({
	request: { method: 'GET', path: '/calls', query: { id } },
	ids: { callId: id },
	tolerate: ({ status }) => status === UNKNOWN_CALL,
});

/** A reader that sends its requests with `send`. */
export const callReaderOver = (send: ApiClient['send']): CallReader => ({
	async call(id) {
		const { status, body } = await send(lookUpRequest(id));
		const call = asItem(body);
		return status !== UNKNOWN_CALL && plainText(call.id) === id ? call : undefined;
	},
	async newest() {
		const { body } = await send({ request: { method: 'GET', path: '/calls', query: { limit: PAGE } }, isList: true });
		return (callPages.rows(body) ?? []).map(asItem);
	},
});

/** Reads calls for a report that starts a run. */
export interface UrgentCallReader extends CallReader {
	/** @param withinMs deadline in ms, for a single try: for callers that hold a place for which others wait */
	call(id: string, withinMs?: number): Promise<IDataObject | undefined>;
}

/** A reader whose requests go before those of usual runs. */
export function urgentCallReader(context: IAllExecuteFunctions): UrgentCallReader {
	const within = (limits: typeof CALL_READ_LIMITS) => callReaderOver(urgentClient(context, kaiCalls, limits).send);
	const patient = within(CALL_READ_LIMITS);
	return {
		...patient,
		async call(id, withinMs) {
			const lookUp =
				withinMs === undefined ? patient : within({ ...CALL_READ_LIMITS, maxRetries: 0, timeoutMs: withinMs });
			return await lookUp.call(id);
		},
	};
}
