import type { IDataObject } from 'n8n-workflow';

/**
 * Statuses of a call that goes on: those that the vendor's SDK waits through (docs: sdk, `calls.wait`), and those that
 * its voice provider has besides (docs: Vapi, call status). Every other status ends the wait.
 */
const ONGOING = new Set([
	'queued',
	'ringing',
	'in-progress',
	'in_progress',
	'started',
	'scheduled',
	'forwarding',
]);

/** Whether the API says that a call is over. */
export const hasEnded = ({ status }: IDataObject): boolean =>
	typeof status === 'string' && status !== '' && !ONGOING.has(status);

/** A call that is over, as the API has it. */
export const endedRow = (call: IDataObject): IDataObject => ({ ...call, outcome: 'ended' });

/** What an item goes on with unless the end of its call is heard of before. */
export const expiredRow = (placed: IDataObject): IDataObject => ({
	...placed,
	status: 'unknown',
	outcome: 'timeLimit',
	hint: 'The time limit passed before KaiCalls reported the end of all calls. Read this one with Call > Get.',
});

/** The id of the call that a row still waits for; undefined for one that waits for nothing. */
export const awaitedId = ({ id, outcome }: IDataObject): string | undefined =>
	outcome === 'timeLimit' && (typeof id === 'string' || typeof id === 'number') ? String(id) : undefined;

/** A call that was placed, and that the answer gives no name to follow it by. */
export const namelessRow = (placed: IDataObject): IDataObject => ({
	...placed,
	outcome: 'notFollowed',
	hint: 'KaiCalls took the call but named no ID to follow it by. Do not place it again; look for it with Call > Get Many.',
});
