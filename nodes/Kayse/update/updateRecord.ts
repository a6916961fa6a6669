import type { IDataObject } from 'n8n-workflow';

import { ItemFailure, invalidInput } from '../../shared/contract/failure';
import type { ApiClient, ApiRequest } from '../../shared/contract/operation';
import { valueAt, isRecord } from '../../shared/values/json';
import { numberFrom } from '../../shared/values/text';
import { asItem } from '../../shared/values/rows';
import type { Change, UpdatePolicy } from '../input/change';
import { recordLocks } from './recordLocks';
import { checkKeepable, joined, membersToKeep, needsMetadata, unseenFields, wouldEmpty } from './merge';
import { setOptOuts } from './optOuts';
import { isUnchanged } from './unchanged';
import { checkCaseListName } from '../identity/caseListName';
import { checkClaim, SOME_ARE_OTHERS } from '../identity/claim';
import { checkCleared } from '../input/clearFields';
import { announcedNames } from '../records/metadata';
import { labelOfField, type RecordKind } from '../records/record';

type Members = Record<string, unknown>;

/** Key of the lock of a record. */
export const lockOf = async (api: Pick<ApiClient, 'account'>, record: string): Promise<string> =>
	`${await api.account()} ${record}`;

/** Path of a single record. */
export const pathOf = (kind: RecordKind, id: number) => `${kind.path}/${id}`;

/** The body that creates a record. */
export const createBody = ({ values, apart }: Change): Members => ({ ...values, ...apart });

/** The body that replaces a record: kept members, new values, and null for fields to clear. */
function updateBody(kept: Members, { values, cleared, apart }: Change): Members {
	return { ...joined(kept, values), ...Object.fromEntries(cleared.map((name) => [name, null])), ...apart };
}

/** More help for a message about missing fields. */
interface WayOut {
	/** Another remedy than filling in the fields. */
	otherwise?: string | undefined;
	/** See `whatIsMapped`. */
	mapped?: () => string;
}

/**
 * Checks that a body has all required fields, before a request is sent.
 * @throws ItemFailure with the names of all missing fields
 */
export function checkComplete(
	kind: RecordKind,
	body: Members,
	{ otherwise = '', mapped = () => '' }: WayOut = {},
): void {
	const missing = kind.fields.filter(
		({ name, required }) => required && (body[name] === undefined || body[name] === null),
	);
	if (missing.length === 0) return;
	const labels = missing.map(({ name }) => `"${labelOfField(kind, name)}"`).join(', ');
	const columns = mapped();
	if (columns === '')
		throw invalidInput(`${labels} must be filled in for a ${kind.singular}`, `Fill in ${labels}. ${otherwise}`.trim());
	throw invalidInput(
		`${labels} of the ${kind.singular} ${missing.length === 1 ? 'is' : 'are'} missing`,
		`${columns} ${otherwise}`.trim(),
	);
}

/** Reads a record. The message for an unknown record includes the ID. */
export const readRequest = (kind: RecordKind, id: number): ApiRequest => ({
	request: { method: 'GET', path: pathOf(kind, id), query: {} },
	ids: { [`${kind.singular}Id`]: String(id) },
});

/** The record with that ID, from the body or its `data`. Another object must not pass for it: all its fields would seem empty. */
function recordIn(body: unknown, id: number): Members | undefined {
	const record = [body, valueAt(body, 'data')].find((candidate) => numberFrom(valueAt(candidate, 'id')) === id);
	return isRecord(record) ? record : undefined;
}

const noRecord = (kind: RecordKind) =>
	new ItemFailure({
		kind: 'unavailable',
		message: `The answer of Kayse does not contain the ${kind.singular}`,
		description:
			'Nothing was changed or sent, because it could reach another record. Check the Base URL in the credential.',
	});

/**
 * Reads a record from Kayse.
 * @throws ItemFailure if Kayse does not show it
 */
export async function shownRecord(kind: RecordKind, id: number, api: ApiClient): Promise<Members> {
	const { body } = await api.send(readRequest(kind, id));
	const current = recordIn(body, id);
	if (!current) throw noRecord(kind);
	return current;
}

/**
 * The body of an update that keeps all fields that the change does not name.
 * @param current the record as Kayse shows it
 * @throws ItemFailure if data would be lost
 */
async function bodyKeepingOthers(
	kind: RecordKind,
	current: Members,
	change: Change,
	{ unseenIsEmpty }: UpdatePolicy,
	api: ApiClient,
): Promise<Members> {
	const given = new Set([...Object.keys(change.values), ...change.cleared]);
	const unseen = unseenIsEmpty ? [] : unseenFields(kind, current, given);
	if (unseen.length > 0) throw wouldEmpty(kind, unseen);
	return updateBody(await keptOf(kind, current, api), change);
}

/** The members that an update must send back, because Kayse replaces the whole record. */
const keptOf = async (kind: RecordKind, members: Members, api: ApiClient): Promise<Members> =>
	membersToKeep(kind, members, needsMetadata(kind, members) ? await announcedNames(api, kind) : undefined);

/** The members that Replace All keeps: opt-outs, and mapped fields without a value. */
async function keptByReplacing(
	kind: RecordKind,
	shown: Members,
	{ untouched }: Change,
	{ unseenIsEmpty }: UpdatePolicy,
	api: ApiClient,
): Promise<Members> {
	const unseen = unseenIsEmpty ? [] : untouched.filter((name) => !Object.hasOwn(shown, name));
	if (unseen.length > 0) throw wouldEmpty(kind, unseen);
	const kept = Object.entries(shown).filter(([name]) => untouched.includes(name));
	return await keptOf(kind, { ...setOptOuts(shown), ...Object.fromEntries(kept) }, api);
}

/**
 * The body of an update that empties all fields that the change does not name.
 * @param kept members to keep
 * @param mapped see `whatIsMapped`
 * @throws ItemFailure if a required field is missing
 */
export function bodyReplacing(
	kind: RecordKind,
	change: Change,
	{ kept = {}, mapped }: { kept?: Members } & Pick<WayOut, 'mapped'> = {},
): Members {
	const body = updateBody(kept, change);
	checkComplete(kind, body, {
		otherwise: kind.isReadable ? 'Or choose Keep Other Fields.' : undefined,
		...(mapped && { mapped }),
	});
	return body;
}

/** Whether an update keeps the fields that it does not name. */
export const isKept = ({ isReadable }: RecordKind, { mode }: UpdatePolicy): boolean => isReadable && mode === 'keep';

/** Replace All needs the record for the members that it keeps, and to check that it is the right one. */
const isReadFirst = (kind: RecordKind, { isIdDoubtful, untouched }: Change, policy: UpdatePolicy): boolean =>
	isKept(kind, policy) ||
	(kind.isReadable &&
		(policy.keepsOptOuts ||
			untouched.length > 0 ||
			isIdDoubtful === true ||
			(policy.refusesOthers && kind.distinction.isOtherPerson !== undefined)));

/** The request body of an update, and the known facts about its record. */
export interface Update {
	body: Members;
	/** The record as Kayse shows it, if it was read. */
	shown?: Members;
	/** Set if the record already has all values: nothing is sent. */
	isUnchanged?: true;
	/** Notice for the item about the record before the update. */
	notice?: string;
}

/**
 * Prepares the update of a record.
 * @throws ItemFailure if it is the wrong record, it cannot be read, or data would be lost
 */
export async function updateOf(
	kind: RecordKind,
	id: number,
	wanted: Change,
	policy: UpdatePolicy,
	api: ApiClient,
): Promise<Update> {
	const change = {
		...wanted,
		cleared: await checkCleared(kind, wanted.cleared, async () => await announcedNames(api, kind)),
	};
	if (!kind.isReadable && change.isIdDoubtful) await checkCaseListName(kind, id, change.values, api);
	checkKeepable(kind, change);
	if (!isReadFirst(kind, change, policy)) return { body: bodyReplacing(kind, change) };
	const shown = await shownRecord(kind, id, api);
	const notice = checkClaim(kind, id, change, shown, policy);
	const keeps = isKept(kind, policy);
	if (isUnchanged(kind, change, shown, keeps)) return { body: {}, shown, isUnchanged: true };
	if (notice !== undefined) api.warn(SOME_ARE_OTHERS);
	const body = keeps
		? await bodyKeepingOthers(kind, shown, change, policy, api)
		: bodyReplacing(kind, change, { kept: await keptByReplacing(kind, shown, change, policy, api) });
	return { body, shown, ...(notice !== undefined && { notice }) };
}

/** A record after its update. */
export interface Updated extends Omit<Update, 'body'> {
	/** Kayse's answer, if it shows the record. */
	written?: Members;
}

/** Updates a record, after all earlier updates of it in this run. */
export async function writeRecord(
	kind: RecordKind,
	id: number,
	change: Change,
	policy: UpdatePolicy,
	api: ApiClient,
): Promise<Updated> {
	return await recordLocks.runExclusive(
		[await lockOf(api, pathOf(kind, id))],
		async () => {
			const { body, ...told } = await updateOf(kind, id, change, policy, api);
			if (told.isUnchanged) return told;
			const { body: answer } = await api.send({
				request: { method: 'PUT', path: pathOf(kind, id), query: {}, body },
				ids: { [`${kind.singular}Id`]: String(id) },
			});
			return { ...told, written: recordIn(answer, id) && asItem(answer) };
		},
		api,
	);
}

/** Updates a record and returns the data of its item. */
export async function updateRecord(
	kind: RecordKind,
	id: number,
	change: Change,
	policy: UpdatePolicy,
	api: ApiClient,
): Promise<IDataObject> {
	const { shown, written, isUnchanged: unchanged, notice } = await writeRecord(kind, id, change, policy, api);
	return {
		...asItem((unchanged ? shown : written) ?? { id }),
		...(unchanged && { unchanged }),
		...(notice !== undefined && { notice }),
	};
}
