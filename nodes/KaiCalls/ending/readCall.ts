import type { IAllExecuteFunctions, IDataObject } from 'n8n-workflow';

import type { ApiClient, ApiRequest } from '../../shared/contract/operation';
import { urgentClient } from '../../shared/engine/clients';
import { asItem } from '../../shared/values/rows';
import { callPages } from '../pages';
import { kaiCalls } from '../vendor';
import { plainText } from '../../shared/values/text';

/** Asks the API about calls. Each throws ItemFailure when it does not answer. */
export interface CallReader {
	/** @returns undefined when the API knows no such call */
	call(id: string): Promise<IDataObject | undefined>;
	/** The newest calls of the account, in short, newest first. */
	newest(): Promise<IDataObject[]>;
}

/**
 * KaiCalls documents no second report, so whatever uses the limit up, a look waits its turn, and tries again in the next
 * windows of a minute when others were faster.
 */
export const CALL_READ_LIMITS = { maxRetries: 10, maxWaitMs: 600_000, timeoutMs: 10_000 };

const UNKNOWN_CALL = 404;

/** Most rows of a page (docs/vendors/kaicalls.md#calls). */
const PAGE = 100;

/** Asks the API for one call (docs/vendors/kaicalls.md#calls). */
const lookUpRequest = (id: string): ApiRequest => ({
	request: { method: 'GET', path: '/calls', query: { id } },
	ids: { callId: id },
	tolerate: ({ status }) => status === UNKNOWN_CALL,
});

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

/** For a report that starts a run. */
export interface UrgentCallReader extends CallReader {
	/** @param withinMs one try only, for as long as this, by whoever holds a place that others wait for */
	call(id: string, withinMs?: number): Promise<IDataObject | undefined>;
}

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
