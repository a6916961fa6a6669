import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties, NodeOutput } from 'n8n-workflow';

import { systemTime } from '../../shared/engine/systemTime';
import { asItem } from '../../shared/values/rows';
import { carry } from '../../shared/waiting/carried';
import { lookUpOver, type LookUp } from './lookUp';
import { awaitedId, endedRow, expiredRow, hasEnded } from './outcome';
import { placeCalls } from './place';
import { siteOf } from './site';

const MINUTE_MS = 60_000;

const isPlaced = ({ json }: INodeExecutionData): boolean => !('error' in json);

/**
 * What the item goes on with, as things stand: a call may have ended before n8n had stored the wait, and n8n refuses a
 * callback that comes that early.
 */
async function standing({ json, ...item }: INodeExecutionData, lookUp: LookUp): Promise<INodeExecutionData> {
	const expired = expiredRow(json);
	const id = awaitedId(expired);
	// Whatever keeps the API from answering now, the callback will still come.
	const call = id === undefined ? undefined : await lookUp(id).then(({ body }) => asItem(body), () => undefined);
	return { ...item, json: call && hasEnded(call) ? endedRow(call) : expired };
}

/** When the wait is over, by the longest time limit of the items. */
function deadline(context: IExecuteFunctions, items: INodeExecutionData[]): Date {
	const limits = items.map((_, item) => Number(context.getNodeParameter('timeLimit', item, 0)));
	return new Date(systemTime.now() + Math.max(...limits.filter(Number.isFinite)) * MINUTE_MS);
}

const stillGoingOn = (json: IDataObject): IDataObject => ({ id: json.id, agent_id: json.agent_id, to: json.to, outcome: 'waiting' });

/**
 * Places the calls of all items, then puts the execution to wait until all of them have ended.
 * @param fields the operation's fields that say what to send
 */
export const placeAndWait = (fields: INodeProperties[]) =>
	async function (this: IExecuteFunctions): Promise<NodeOutput> {
		const site = await siteOf(this);
		const results = await placeCalls(this, fields, site);
		if (this.getExecutionCancelSignal()?.aborted) return [results];

		const lookUp = lookUpOver(this, site.connection);
		const until = deadline(this, results);
		const carried = await Promise.all(
			results.map(async (result) => (isPlaced(result) ? await standing(result, lookUp) : result)),
		);
		const awaited = carried.filter(({ json }) => awaitedId(json) !== undefined);
		if (awaited.length === 0) return [carried];

		carry(this, carried);
		await this.putExecutionToWait(until);
		// Seen in the editor during the wait, and replaced after it. Without the items that were not placed: one
		// of them in first place would have Retry On Fail run the node again, over what is carried.
		return [awaited.map((item) => ({ ...item, json: stillGoingOn(item.json) }))];
	};
