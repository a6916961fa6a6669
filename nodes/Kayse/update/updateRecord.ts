import type { IDataObject } from 'n8n-workflow';

import { ItemFailure, invalidInput } from '../../shared/contract/failure';
import type { ApiClient, ApiRequest } from '../../shared/contract/operation';
import { valueAt, isRecord } from '../../shared/values/json';
import { numberFrom } from '../../shared/values/text';
import { asItem } from '../../shared/values/rows';
import type { Change, UpdatePolicy } from '../input/change';
import { recordLocks } from './recordLocks';
import { joined, membersToKeep, needsMetadata, unseenFields, wouldEmpty } from './merge';
import { setOptOuts } from './optOuts';
import { isUnchanged } from './unchanged';
import { checkCaseListName } from '../identity/caseListName';
import { checkClaim, SOME_ARE_OTHERS } from '../identity/claim';
import { checkCleared } from '../input/clearFields';
import { announcedNames } from '../records/metadata';
import { labelOfField, type RecordKind } from '../records/record';

type Members = Record<string, unknown>;

/** Stands for a record while it is worked on. */
export const lockOf = async (api: Pick<ApiClient, 'account'>, record: string): Promise<string> =>
	`${await api.account()} ${record}`;

export const pathOf = (kind: RecordKind, id: number) => `${kind.path}/${id}`;

/** The body that creates a record. */
export const createBody = ({ values, apart }: Change): Members => ({ ...values, ...apart });

/** The body that replaces a record: what is kept, the changes, and null for what is to be empty. */
function updateBody(kept: Members, { values, cleared, apart }: Change): Members {
	return { ...joined(kept, values), ...Object.fromEntries(cleared.map((name) => [name, null])), ...apart };
}

/** What a message about missing fields says besides. */
interface WayOut {
	/** What else than filling them in would help. */
	otherwise?: string | undefined;
	/** See `whatIsMapped`. */
	mapped?: () => string;
}

/**
 * Checks that a body has every field that Kayse demands, before it costs a request.
 * @throws ItemFailure naming all that are missing
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

/** Reads a record; the ID goes into the message when Kayse does not know it. */
export const readRequest = (kind: RecordKind, id: number): ApiRequest => ({
	request: { method: 'GET', path: pathOf(kind, id), query: {} },
	ids: { [`${kind.singular}Id`]: String(id) },
});

/** The record of that ID, bare or wrapped in `data`. Anything else must not pass for one: all its fields would seem empty. */
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
 * A record as Kayse shows it.
 * @throws ItemFailure when it does not
 */
export async function shownRecord(kind: RecordKind, id: number, api: ApiClient): Promise<Members> {
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

/** What stays of these members of a record. */
const keptOf = async (kind: RecordKind, members: Members, api: ApiClient): Promise<Members> =>
	membersToKeep(kind, members, needsMetadata(kind, members) ? await announcedNames(api, kind) : undefined);

/**
 * The body of an update that empties everything but what the change names.
 * @param optOuts those that stay
 * @param mapped see `whatIsMapped`
 */
export function bodyReplacing(
	kind: RecordKind,
	change: Change,
	{ optOuts = {}, mapped }: { optOuts?: Members } & Pick<WayOut, 'mapped'> = {},
): Members {
	const body = updateBody(optOuts, change);
	checkComplete(kind, body, {
		otherwise: kind.isReadable ? 'Or choose Keep Other Fields.' : undefined,
		...(mapped && { mapped }),
	});
	return body;
}

/** Whether an update keeps what it does not name. */
export const isKept = ({ isReadable }: RecordKind, { mode }: UpdatePolicy): boolean => isReadable && mode === 'keep';

/** Replace All needs the record to see who has opted out, and whether it is the right one. */
const isReadFirst = (kind: RecordKind, { isIdDoubtful }: Change, policy: UpdatePolicy): boolean =>
	isKept(kind, policy) ||
	(kind.isReadable &&
		(policy.keepsOptOuts ||
			isIdDoubtful === true ||
			(policy.refusesOthers && kind.distinction.isOtherPerson !== undefined)));

/** What an update sends, and what is known of the record that it is about. */
export interface Update {
	body: Members;
	/** The record as Kayse shows it, where it was read. */
	shown?: Members;
	/** Kayse shows all of it already: there is nothing to send. */
	isUnchanged?: true;
	/** What the item is to tell of the record as it was. */
	notice?: string;
}

/**
 * What updates a record.
 * @throws ItemFailure when the record is not the one that is meant, cannot be read, or something would be lost
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
	if (!isReadFirst(kind, change, policy)) return { body: bodyReplacing(kind, change) };
	const shown = await shownRecord(kind, id, api);
	const notice = checkClaim(kind, id, change, shown, policy);
	const keeps = isKept(kind, policy);
	if (isUnchanged(kind, change, shown, keeps)) return { body: {}, shown, isUnchanged: true };
	if (notice !== undefined) api.warn(SOME_ARE_OTHERS);
	const body = keeps
		? await bodyKeepingOthers(kind, shown, change, policy, api)
		: bodyReplacing(kind, change, { optOuts: await keptOf(kind, setOptOuts(shown), api) });
	return { body, shown, ...(notice !== undefined && { notice }) };
}

/** A record after its update. */
export interface Updated extends Omit<Update, 'body'> {
	/** As Kayse answered, where it did. */
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

/** The same, as the data of an item. */
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
