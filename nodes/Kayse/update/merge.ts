import { ItemFailure } from '../../shared/contract/failure';
import { isRecord } from '../../shared/values/json';
import { quotedList } from '../../shared/values/quoted';
import { isOptOut, isSetOptOut } from './optOuts';
import type { Change } from '../input/change';
import { labelOfField, unmapped, type RecordKind } from '../records/record';

type Members = Record<string, unknown>;

/**
 * The members of a record that an update must send back: a PUT empties all members that it leaves out
 * (docs/vendors/kayse.md#clients). Of the opt-outs, only the set ones: a person may opt out between reading and
 * writing, and "false" would undo that.
 * @param current the record as Kayse shows it
 * @param announced names of all fields that Kayse takes, from its metadata; undefined if they could not be read
 * @throws ItemFailure if the update would empty a field that this node does not know
 */
export function membersToKeep(kind: RecordKind, current: Members, announced: Set<string> | undefined): Members {
	// An update replaces links, so those that Kayse shows are sent back (docs/vendors/kayse.md#clients).
	const documented = new Set([...kind.fields.map(({ name }) => name), ...Object.values(kind.apart ?? {})]);
	const kept = Object.entries(current).flatMap(([name, value]) => {
		if (isLeft(kind, name, value)) return [];
		const isField = documented.has(name) || announced?.has(name);
		if (!isField && !announced) throw unknownField(kind, name);
		return isField ? [[name, name === kind.apart?.optOut ? true : value]] : [];
	});
	return Object.fromEntries(kept);
}

/** Whether a member can be left out without loss. */
const isLeft = ({ readOnly }: RecordKind, name: string, value: unknown): boolean =>
	value === null || readOnly.includes(name) || (isOptOut(name) && !isSetOptOut(name, value));

/** Whether a record has members that may be fields; only the metadata can say. */
export function needsMetadata(kind: RecordKind, current: Members): boolean {
	const known = new Set([...kind.fields.map(({ name }) => name), ...unmapped(kind)]);
	return Object.entries(current).some(([name, value]) => !isLeft(kind, name, value) && !known.has(name));
}

/** The new values on top of the kept ones. Objects such as `meta` are merged, because the change names only some of their members. */
export function joined(kept: Members, values: Members): Members {
	const both = Object.entries(values).map(([name, value]): [string, unknown] => {
		const before = Object.hasOwn(kept, name) ? kept[name] : undefined;
		return [name, isRecord(before) && isRecord(value) ? { ...before, ...value } : value];
	});
	return { ...kept, ...Object.fromEntries(both) };
}

/**
 * The documented fields that Kayse does not show: an update would empty them.
 * @param given names of the fields that the update sets anyway
 */
export function unseenFields(kind: RecordKind, current: Members, given: ReadonlySet<string>): string[] {
	return kind.fields.map(({ name }) => name).filter((name) => !(name in current) && !given.has(name));
}

/**
 * A mapped field without a value keeps its value at Kayse, so Kayse must be able to show it.
 * @throws ItemFailure if the update would empty it
 */
export function checkKeepable(kind: RecordKind, { untouched }: Pick<Change, 'untouched'>): void {
	if (kind.isReadable || untouched.length === 0) return;
	const labels = quotedList(untouched.map((name) => labelOfField(kind, name)));
	throw new ItemFailure({
		kind: 'refused',
		message: `The update was not sent: the item has no value for ${labels} of the ${kind.singular}, so the update might empty it`,
		description: `Kayse cannot show a single ${kind.singular}, so the node cannot keep the present value. Give a value, or do not map ${labels}.`,
	});
}

/** The failure of an update that would empty hidden fields. */
export function wouldEmpty(kind: RecordKind, unseen: string[]): ItemFailure {
	const labels = unseen.map((name) => `"${labelOfField(kind, name)}"`).join(', ');
	return new ItemFailure({
		kind: 'refused',
		message: `The update was not sent: Kayse does not show ${labels} of this ${kind.singular}, so the update would empty it`,
		description:
			'Fill in or clear these fields. If you know that they are empty, set the option "If Kayse Hides a Field" to "Count as Empty".',
	});
}

const unknownField = (kind: RecordKind, name: string) =>
	new ItemFailure({
		kind: 'unavailable',
		message: `The ${kind.singular} has the field "${labelOfField(kind, name)}", but Kayse’s list of fields could not be read`,
		description: 'The update might empty it, so it was not sent. Run the item again later.',
	});
