import type { IDataObject } from 'n8n-workflow';

import { endedCall } from '../ending/ending';

/** What tells an item that its call is that of another one; see `duplicateOf`. */
const asDuplicate = ({ duplicateOfItem, note }: IDataObject): IDataObject =>
	duplicateOfItem === undefined ? {} : { duplicateOfItem, note };

/**
 * A call that is over, as the API has it.
 * @param placed the item's row until now
 * @param report what KaiCalls has reported about it
 */
export const endedRow = (call: IDataObject, placed: IDataObject, report?: IDataObject): IDataObject => ({
	...endedCall(call, report),
	...asDuplicate(placed),
});

/**
 * What an item goes on with unless the end of its call is heard of before.
 * @param until when the time limit passes (epoch ms)
 */
export const expiredRow = (placed: IDataObject, until: number): IDataObject => ({
	...placed,
	status: 'unknown',
	outcome: 'timeLimit',
	waitedUntil: new Date(until).toISOString(),
	hint: 'The end of this call was not known when the time limit passed, or when the waiting execution was retried before that. Read it with Call > Get.',
});

/** The id of the call that a row still waits for; undefined for one that waits for nothing. */
export const awaitedId = ({ id, outcome }: IDataObject): string | undefined =>
	outcome === 'timeLimit' && (typeof id === 'string' || typeof id === 'number') ? String(id) : undefined;

/** What the editor shows of an awaited row during the wait. */
export const waitingRow = (row: IDataObject): IDataObject => {
	const { id, agent_id, to } = row;
	return { id, agent_id, to, outcome: 'waiting', ...asDuplicate(row) };
};

/** A call that was placed, and that the answer gives no name to follow it by. */
export const namelessRow = (placed: IDataObject): IDataObject => ({
	...placed,
	outcome: 'notFollowed',
	hint: 'KaiCalls took the call but named no ID to follow it by. Do not place it again; look for it with Call > Get Many.',
});
