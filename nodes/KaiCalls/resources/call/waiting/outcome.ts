import type { IDataObject } from 'n8n-workflow';

import { isFilled } from '../../../../shared/values/filled';
import { isRecord } from '../../../../shared/values/json';
import { zonedTimes } from '../../../../shared/values/zonedTimes';
import { endedCall } from '../../../ending/ending';
import { simplifyCall } from '../simplify';

/** Members with the called person, from the placed call: the API's record of a call has none. */
const WHOM = ['to', 'name'];

/** Members that mark the item's call as a duplicate of another item's; see `duplicateOf`. */
const DUPLICATE = ['duplicateOfItem', 'note'];

/** Members of a row whose call has not ended. All other members are columns of its input. */
const AWAITED = new Set([
	...WHOM,
	...DUPLICATE,
	'outcome',
	'status',
	'waitedUntil',
	'hint',
	'agent_id',
	'lead_id',
	'id',
	'lookAgainFor',
	'isRaw',
]);

const pick = (row: IDataObject, names: readonly string[]): IDataObject =>
	Object.fromEntries(names.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])));

/** The input columns that wait in a row. */
export const columnsOf = (row: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(row).filter(([name]) => !AWAITED.has(name)));

/** Values for the row of an ended call. */
export interface Telling {
	/** Time zone of the workflow. */
	timeZone: string;
	/** KaiCalls' report about the call. */
	report?: IDataObject | undefined;
}

/**
 * The row of an ended call, from the API's record.
 * @param placed the item's row until now
 */
export function endedRow(call: IDataObject, placed: IDataObject, { report, timeZone }: Telling): IDataObject {
	const ended = { ...pick(placed, WHOM), ...endedCall(call, report) };
	return { ...(placed.isRaw === true ? ended : zonedTimes(simplifyCall(ended), timeZone)), ...pick(placed, DUPLICATE) };
}

/**
 * The item's row if the wait ends before the call.
 * @param until time of the time limit, ISO text
 */
export const expiredRow = (placed: IDataObject, until: string): IDataObject => ({
	...pick(placed, [...WHOM, 'agent_id', 'lead_id', 'id']),
	status: 'unknown',
	outcome: 'timeLimit',
	waitedUntil: until,
	hint: 'The call had not ended at the time limit, or at the Retry of the waiting execution. Read its end with Call > Get.',
	...pick(placed, DUPLICATE),
});

/** A row without the options for the end of the wait. */
export const withoutCargo = ({ lookAgainFor: _lookAgainFor, isRaw: _isRaw, ...row }: IDataObject): IDataObject => row;

/** A failed item. Its other members come from its input and may look like those of a call. */
const isFailed = ({ error, details }: IDataObject): boolean => isFilled(error) && isRecord(details);

/** ID of the call for which a row still waits; undefined if it waits for none. */
export const awaitedId = (row: IDataObject): string | undefined => {
	const { id, outcome } = row;
	return outcome === 'timeLimit' && !isFailed(row) && (typeof id === 'string' || typeof id === 'number')
		? String(id)
		: undefined;
};

/** The row that the editor shows during the wait. */
export const waitingRow = (row: IDataObject): IDataObject => ({
	...pick(row, [...WHOM, 'agent_id', 'id', ...DUPLICATE]),
	outcome: 'waiting',
});

/** The row of a placed call without an ID: the node cannot follow it. */
export const namelessRow = (placed: IDataObject): IDataObject => ({
	...placed,
	outcome: 'notFollowed',
	hint: 'KaiCalls accepted the call but gave no call ID. Do not place it again. Find it with Call > Get Many.',
});
