import type { IAllExecuteFunctions, IDataObject } from 'n8n-workflow';

import type { IncomingResponse } from '../../shared/contract/exchange';
import type { ApiClient, ApiRequest } from '../../shared/contract/operation';
import { backgroundClient, urgentClient } from '../../shared/engine/clients';
import { asItem } from '../../shared/values/rows';
import { callPages } from '../pages';
import { kaiCalls } from '../vendor';
import type { Look } from './watch';

/**
 * KaiCalls documents no second report, so whatever uses the limit up, a look waits its turn, and tries again in the next
 * windows of a minute when others were faster.
 */
const LOOK_UP_LIMITS = { maxRetries: 10, maxWaitMs: 600_000 };

/** Asks the API for one call (seed 004 "Get call details"). */
export type LookUp = (id: string) => Promise<IncomingResponse>;

export const lookUpRequest = (id: string): ApiRequest => ({
	request: { method: 'GET', path: '/calls', query: { id } },
	ids: { callId: id },
});

/**
 * For a report that starts a run.
 * @throws ItemFailure from the returned function, when the API does not answer or knows no such call
 */
export function lookUpOver(context: IAllExecuteFunctions): LookUp {
	const { send } = urgentClient(context, kaiCalls, LOOK_UP_LIMITS);
	return async (id) => await send(lookUpRequest(id));
}

/** Most rows of a page (seed 004 "List calls"). */
const PAGE = 100;

/** The newest calls, newest first. */
export async function newestCalls(send: ApiClient['send']): Promise<IDataObject[]> {
	const { body } = await send({ request: { method: 'GET', path: '/calls', query: { limit: PAGE } } });
	return (callPages.rows(body) ?? []).map(asItem);
}

/** For a waiting execution, whose looks take turns with what runs on the same key. */
export function lookOver(context: IAllExecuteFunctions): Look {
	const { send } = backgroundClient(context, kaiCalls, LOOK_UP_LIMITS);
	const unread = (failure: unknown): undefined => {
		context.logger.warn('KaiCalls has reported the end of a call, but it could not be read; the execution waits on', {
			reason: failure instanceof Error ? failure.message : '',
		});
	};
	return {
		call: async (id) => await send(lookUpRequest(id)).then(({ body }) => asItem(body), unread),
		newest: async () => await newestCalls(send).catch(unread),
	};
}
