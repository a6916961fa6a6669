import type { IAllExecuteFunctions } from 'n8n-workflow';

import type { IncomingResponse } from '../../shared/contract/exchange';
import type { ApiRequest } from '../../shared/contract/operation';
import { urgentClient } from '../../shared/engine/urgent';
import { kaiCalls } from '../vendor';

/** The execution, or KaiCalls, waits for an answer meanwhile. */
export const LOOK_UP_LIMITS = { maxRetries: 2, maxWaitMs: 5_000 };

/** Asks the API for one call (seed 004 "Get call details"). */
export type LookUp = (id: string) => Promise<IncomingResponse>;

export const lookUpRequest = (id: string): ApiRequest => ({
	request: { method: 'GET', path: '/calls', query: { id } },
	ids: { callId: id },
});

/** @throws ItemFailure from the returned function, when the API does not answer or knows no such call */
export function lookUpOver(context: IAllExecuteFunctions): LookUp {
	const { send } = urgentClient(context, kaiCalls, LOOK_UP_LIMITS);
	return async (id) => await send(lookUpRequest(id));
}
