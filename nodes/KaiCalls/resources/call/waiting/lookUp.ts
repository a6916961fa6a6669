import type { IAllExecuteFunctions } from 'n8n-workflow';

import { backgroundClient } from '../../../../shared/engine/clients';
import { CALL_READ_LIMITS, callReaderOver } from '../../../ending/readCall';
import { kaiCalls } from '../../../vendor';
import type { Look } from './watch';

/** Reads calls for a waiting execution. Its requests take turns with other runs of the same key. */
export function lookOver(context: IAllExecuteFunctions): Look {
	const { call, newest } = callReaderOver(backgroundClient(context, kaiCalls, CALL_READ_LIMITS).send);
	const unread = (failure: unknown): undefined => {
		context.logger.warn(
			'KaiCalls reported the end of a call, but the node could not read the call. The execution still waits',
			{
				reason: failure instanceof Error ? failure.message : '',
			},
		);
	};
	return {
		call: async (id) => await call(id).catch(unread),
		newest: async () => await newest().catch(unread),
	};
}
