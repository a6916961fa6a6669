import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { executor } from '../../shared/engine/executor';
import { invalidInput } from '../../shared/contract/failure';
import type { ItemParameters, Operation } from '../../shared/contract/operation';
import { singleItem } from '../../shared/engine/singleItem';
import { withBody } from '../../shared/operations/prepare';
import { sentInBody } from '../../shared/operations/sentFields';
import { single } from '../../shared/operations/single';
import { checkedCall } from '../resources/call/fields';
import { kaiCalls } from '../vendor';
import type { Site } from './site';
import { cannotWaitAsTool } from './tool';

/** @throws ItemFailure naming the field */
function checkTimeLimit(item: ItemParameters): void {
	const minutes = Number(item.parameter('timeLimit'));
	if (Number.isFinite(minutes) && minutes > 0) return;
	throw invalidInput(
		`"Time Limit (Minutes)" is ${String(item.parameter('timeLimit'))}, but must be above 0`,
		'Enter how many minutes to wait for the end of the call.',
	);
}

/** As Call > Create, with the waiting execution as the place to report to. */
const placing = (fields: INodeProperties[], { callbackUrl }: Site): Operation =>
	single({
		method: 'POST',
		path: '/calls',
		tier: 'placeCall',
		prepare: [
			sentInBody(fields),
			checkedCall,
			(apiRequest, item) => {
				// Agents that run their tools as nodes get here.
				if (item.isTool) throw cannotWaitAsTool();
				checkTimeLimit(item);
				return withBody(apiRequest, { webhook_url: callbackUrl() });
			},
		],
		lookUp: 'Call > Get Many shows whether it was placed.',
	});

/**
 * Places a call for every item, over the executor and with all its guarantees.
 * @returns one item for each input item; what was not placed as the executor reports it
 * @throws NodeApiError as the executor does when On Error is Stop
 */
export async function placeCalls(
	context: IExecuteFunctions,
	fields: INodeProperties[],
	site: Site,
): Promise<INodeExecutionData[]> {
	const place = executor(kaiCalls, placing(fields, site));
	const items = context.getInputData();
	const results = await Promise.allSettled(
		items.map(async (_, item) => await place.call(singleItem(context, item), { options: { ...site.options } })),
	);
	return results.flatMap((result) => {
		if (result.status === 'rejected') throw result.reason;
		return result.value;
	});
}
