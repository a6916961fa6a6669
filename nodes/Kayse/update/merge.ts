import { ItemFailure } from '../../shared/contract/failure';
import { isRecord } from '../../shared/values/json';
import { isOptOut, isSetOptOut } from './optOuts';
import { labelOfField, unmapped, type RecordKind } from '../records/record';

type Members = Record<string, unknown>;

/**
 * The members of a record that an update must send back so that they stay: a PUT empties whatever it leaves out
 * (docs/vendors/kayse.md#clients). Of opt-outs, those that are set: between reading and writing, a person may have opted out, whom a
 * "false" would call back.
 * @param current the record as Kayse returns it
 * @param announced names of all fields that Kayse takes, from its metadata; undefined when they could not be read
 * @throws ItemFailure when a field that this node does not know would be emptied
 */
export function membersToKeep(kind: RecordKind, current: Members, announced: Set<string> | undefined): Members {
	// An update replaces links, so where Kayse shows them, they are sent back (docs/vendors/kayse.md#clients).
	const documented = new Set([...kind.fields.map(({ name }) => name), ...Object.values(kind.apart ?? {})]);
	const kept = Object.entries(current).flatMap(([name, value]) => {
		if (isLeft(kind, name, value)) return [];
		const isField = documented.has(name) || announced?.has(name);
		if (!isField && !announced) throw unknownField(kind, name);
		return isField ? [[name, name === kind.apart?.optOut ? true : value]] : [];
	});
	return Object.fromEntries(kept);
}

/** Whether nothing is lost when a member is left out. */
const isLeft = ({ readOnly }: RecordKind, name: string, value: unknown): boolean =>
	value === null || readOnly.includes(name) || (isOptOut(name) && !isSetOptOut(name, value));

/** Whether a record has members that only the metadata can tell to be fields. */
export function needsMetadata(kind: RecordKind, current: Members): boolean {
	const known = new Set([...kind.fields.map(({ name }) => name), ...unmapped(kind)]);
	return Object.entries(current).some(([name, value]) => !isLeft(kind, name, value) && !known.has(name));
}

/** New values over kept ones. Objects such as `meta` are joined, as their other members were not named either. */
export function joined(kept: Members, values: Members): Members {
	const both = Object.entries(values).map(([name, value]): [string, unknown] => {
		const before = Object.hasOwn(kept, name) ? kept[name] : undefined;
		return [name, isRecord(before) && isRecord(value) ? { ...before, ...value } : value];
	});
	return { ...kept, ...Object.fromEntries(both) };
}

/**
 * The documented fields that Kayse did not show: an update would empty them if they hold something.
 * @param given names of the fields that the update sets anyway
 */
export function unseenFields(kind: RecordKind, current: Members, given: ReadonlySet<string>): string[] {
	return kind.fields.map(({ name }) => name).filter((name) => !(name in current) && !given.has(name));
}

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
