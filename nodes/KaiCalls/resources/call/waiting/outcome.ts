import type { IDataObject } from 'n8n-workflow';

import { isFilled } from '../../../../shared/values/filled';
import { isRecord } from '../../../../shared/values/json';
import { zonedTimes } from '../../../../shared/values/zonedTimes';
import { endedCall } from '../../../ending/ending';
import { simplifyCall } from '../simplify';

/** Whom a call rings, as it was placed: no record of a call tells it. */
const WHOM = ['to', 'name'];

/** What tells an item that its call is that of another one; see `duplicateOf`. */
const DUPLICATE = ['duplicateOfItem', 'note'];

/** Members of a row whose call goes on. What else a row has are the columns of its input. */
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

/** The columns of the input that were carried into the wait with a row. */
export const columnsOf = (row: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(row).filter(([name]) => !AWAITED.has(name)));

/** How the end of a call is told. */
export interface Telling {
	/** Of the workflow. */
	timeZone: string;
	/** What KaiCalls has reported about it. */
	report?: IDataObject | undefined;
}

/**
 * A call that is over, as the API has it.
 * @param placed the item's row until now
 */
export function endedRow(call: IDataObject, placed: IDataObject, { report, timeZone }: Telling): IDataObject {
	const ended = { ...pick(placed, WHOM), ...endedCall(call, report) };
	return { ...(placed.isRaw === true ? ended : zonedTimes(simplifyCall(ended), timeZone)), ...pick(placed, DUPLICATE) };
}

/**
 * What an item goes on with unless the end of its call is heard of before.
 * @param until when the time limit passes, as ISO text
 */
export const expiredRow = (placed: IDataObject, until: string): IDataObject => ({
	...pick(placed, [...WHOM, 'agent_id', 'lead_id', 'id']),
	status: 'unknown',
	outcome: 'timeLimit',
	waitedUntil: until,
	hint: 'The call had not ended at the time limit, or at the Retry of the waiting execution. Read its end with Call > Get.',
	...pick(placed, DUPLICATE),
});

/** A row without what it carries for whoever looks when the wait is over. */
export const withoutCargo = ({ lookAgainFor: _lookAgainFor, isRaw: _isRaw, ...row }: IDataObject): IDataObject => row;

/** A failed item, whose other members are its input's, which may be those of a call. */
const isFailed = ({ error, details }: IDataObject): boolean => isFilled(error) && isRecord(details);

/** The id of the call that a row still waits for; undefined for one that waits for nothing. */
export const awaitedId = (row: IDataObject): string | undefined => {
	const { id, outcome } = row;
	return outcome === 'timeLimit' && !isFailed(row) && (typeof id === 'string' || typeof id === 'number')
		? String(id)
		: undefined;
};

/** What the editor shows of an awaited row during the wait. */
export const waitingRow = (row: IDataObject): IDataObject => ({
	...pick(row, [...WHOM, 'agent_id', 'id', ...DUPLICATE]),
	outcome: 'waiting',
});

/** A call that was placed, and that the answer gives no name to follow it by. */
export const namelessRow = (placed: IDataObject): IDataObject => ({
	...placed,
	outcome: 'notFollowed',
	hint: 'KaiCalls accepted the call but gave no call ID. Do not place it again. Find it with Call > Get Many.',
});
