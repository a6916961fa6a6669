import type { IDataObject } from 'n8n-workflow';

import { ItemFailure, invalidInput } from '../shared/contract/failure';
import type { ApiClient, ApiRequest } from '../shared/contract/operation';
import { at, isRecord } from '../shared/values/json';
import { asItem } from '../shared/values/rows';
import { recordLocks } from './recordLocks';
import { joined, membersToKeep, needsMetadata, unseenFields, wouldEmpty } from './keep';
import { checkListed } from './identity/listed';
import { checkShown, SOME_ARE_OTHERS, type Claim } from './identity/shown';
import type { PeoplePolicy } from './identity/options';
import { checkCleared } from './fields/clear';
import { announcedNames } from './metadata';
import { labelOfField, type RecordKind } from './records/record';

/** What an item wants a record to be. */
export interface Change extends Claim {
	/** Fields with their new values. */
	values: Record<string, unknown>;
	/** Names of the fields to empty. */
	cleared: string[];
	/** Links and opt-outs that the user chose to set; absent ones are left to Kayse. */
	apart: Record<string, unknown>;
}

/** What happens to the fields that a change does not name. */
export interface UpdatePolicy extends PeoplePolicy {
	mode: 'keep' | 'replace';
	/** A field that Kayse does not show counts as empty, instead of stopping the update. */
	unseenIsEmpty: boolean;
}

/** Stands for a record while it is worked on. */
export const lockOf = async (api: Pick<ApiClient, 'account'>, record: string): Promise<string> => `${await api.account()} ${record}`;

export const pathOf = (kind: RecordKind, id: number) => `${kind.path}/${id}`;

/** The body that creates a record. */
export const createBody = ({ values, apart }: Change): Record<string, unknown> => ({ ...values, ...apart });

/** The body that replaces a record: what is kept, the changes, and null for what is to be empty. */
function updateBody(kept: Record<string, unknown>, { values, cleared, apart }: Change): Record<string, unknown> {
	return { ...joined(kept, values), ...Object.fromEntries(cleared.map((name) => [name, null])), ...apart };
}

/**
 * Checks that a body has every field that Kayse demands, before it costs a request.
 * @param remedy what else than filling the field in would help
 */
export function checkComplete(kind: RecordKind, body: Record<string, unknown>, remedy = ''): void {
	const missing = kind.fields.filter(({ name, required }) => required && (body[name] === undefined || body[name] === null));
	if (missing.length === 0) return;
	const labels = missing.map(({ name }) => `"${labelOfField(kind, name)}"`).join(', ');
	throw invalidInput(`${labels} must be filled in for a ${kind.singular}`, `Fill in ${labels}.${remedy && ` ${remedy}`}`);
}

/** Reads a record; the ID goes into the message when Kayse does not know it. */
export const readRequest = (kind: RecordKind, id: number): ApiRequest => ({
	request: { method: 'GET', path: pathOf(kind, id), query: {} },
	ids: { [`${kind.singular}Id`]: String(id) },
});

/** The record of that ID, bare or wrapped in `data`. Anything else must not pass for one: all its fields would seem empty. */
function recordIn(body: unknown, id: number): Record<string, unknown> | undefined {
	const record = [body, at(body, 'data')].find((candidate) => Number(at(candidate, 'id')) === id);
	return isRecord(record) ? record : undefined;
}

const noRecord = (kind: RecordKind) =>
	new ItemFailure({
		kind: 'unavailable',
		message: `Kayse answered without the ${kind.singular} that was asked for`,
		description: 'The update was not sent, as it might have emptied fields or reached another record. Check the Base URL in the credential.',
	});

async function shownRecord(kind: RecordKind, id: number, api: ApiClient): Promise<Record<string, unknown>> {
	const { body } = await api.send(readRequest(kind, id));
	const current = recordIn(body, id);
	if (!current) throw noRecord(kind);
	return current;
}

/**
 * The body of an update that changes nothing but what the change names.
 * @param current the record as Kayse shows it
 * @throws ItemFailure when something would be lost
 */
async function bodyKeepingOthers(
	kind: RecordKind,
	current: Record<string, unknown>,
	change: Change,
	{ unseenIsEmpty }: UpdatePolicy,
	api: ApiClient,
): Promise<Record<string, unknown>> {
	const given = new Set([...Object.keys(change.values), ...change.cleared]);
	const unseen = unseenIsEmpty ? [] : unseenFields(kind, current, given);
	if (unseen.length > 0) throw wouldEmpty(kind, unseen);
	const announced = needsMetadata(kind, current) ? await announcedNames(api, kind) : undefined;
	return updateBody(membersToKeep(kind, current, announced), change);
}

/**
 * The body of an update that empties everything but what the change names.
 * @param told what else the message about a missing field says
 */
export function bodyReplacing(kind: RecordKind, change: Change, told = ''): Record<string, unknown> {
	const body = updateBody({}, change);
	checkComplete(kind, body, [kind.isReadable && 'Or choose Keep Other Fields.', told].filter(Boolean).join(' '));
	return body;
}

/** Whether an update keeps what it does not name. */
export const isKept = ({ isReadable }: RecordKind, { mode }: UpdatePolicy): boolean => isReadable && mode === 'keep';

/** Replace All needs the record only to see whether it is the right one. */
const isReadFirst = (kind: RecordKind, { isIdDoubtful }: Change, policy: UpdatePolicy): boolean =>
	isKept(kind, policy) ||
	(kind.isReadable && (isIdDoubtful === true || (policy.refusesOthers && kind.distinction.isOtherPerson !== undefined)));

/** What an update sends. */
export interface Update {
	body: Record<string, unknown>;
	/** What the item is to tell of the record as it was. */
	notice?: string;
}

/**
 * What updates a record.
 * @throws ItemFailure when the record is not the one that is meant, cannot be read, or something would be lost
 */
export async function updateOf(kind: RecordKind, id: number, wanted: Change, policy: UpdatePolicy, api: ApiClient): Promise<Update> {
	const change = { ...wanted, cleared: await checkCleared(kind, wanted.cleared, async () => await announcedNames(api, kind)) };
	if (!kind.isReadable && change.isIdDoubtful) await checkListed(kind, id, change.values, api);
	if (!isReadFirst(kind, change, policy)) return { body: bodyReplacing(kind, change) };
	const current = await shownRecord(kind, id, api);
	const notice = checkShown(kind, id, change, current, policy);
	if (notice !== undefined) api.warn(SOME_ARE_OTHERS);
	const body = isKept(kind, policy)
		? await bodyKeepingOthers(kind, current, change, policy, api)
		: bodyReplacing(kind, change);
	return { body, ...(notice !== undefined && { notice }) };
}

/** Updates a record, after all earlier updates of it in this run. */
export async function updateRecord(
	kind: RecordKind,
	id: number,
	change: Change,
	policy: UpdatePolicy,
	api: ApiClient,
): Promise<IDataObject> {
	return await recordLocks.runExclusive([await lockOf(api, pathOf(kind, id))], async () => {
		const { body, ...told } = await updateOf(kind, id, change, policy, api);
		const { body: updated } = await api.send({
			request: { method: 'PUT', path: pathOf(kind, id), query: {}, body },
			ids: { [`${kind.singular}Id`]: String(id) },
		});
		return { ...(recordIn(updated, id) ? asItem(updated) : { id }), ...told };
	}, api);
}
