import type { IAllExecuteFunctions } from 'n8n-workflow';

import { sender } from '../../shared/engine/client';
import type { IncomingResponse } from '../../shared/contract/exchange';
import type { Connection } from '../../shared/engine/transport';
import { kaiCalls } from '../vendor';

/** Somebody waits for an answer meanwhile: the execution, or KaiCalls. */
const LIMITS = { maxRetries: 2, maxWaitMs: 5_000, cancelled: () => false };

/** Asks the API for one call (seed 004 "Get call details"). */
export type LookUp = (id: string) => Promise<IncomingResponse>;

/** @throws ItemFailure from the returned function, when the API does not answer or knows no such call */
export function lookUpOver(context: IAllExecuteFunctions, connection: () => Promise<Connection>): LookUp {
	const send = sender(context, kaiCalls, connection, LIMITS);
	return async (id) =>
		await send({ request: { method: 'GET', path: '/calls', query: { id } }, ids: { callId: id } });
}
