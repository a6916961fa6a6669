import { invalidInput } from '../contract/failure';
import type { ItemParameters } from '../contract/operation';
import { Columns, type Found, type Meaning, type Sought } from '../values/columns';
import { KnownColumns } from '../values/knownColumns';
import { quotedList } from '../values/quoted';
import { isPlaceholder } from '../values/placeholder';
import { isNothing } from '../values/reading/nothing';
import { stringOf } from '../values/text';

/** Finds a field in the columns of the input item; undefined when there is no such column or it is empty. */
export type InputField = (
	field: Sought,
	search?: { spelling?: 'exact' | 'any'; meaning?: Meaning },
) => Found | undefined;

const anyCell = (): boolean => true;

const anyPlaceholder: Meaning = () => '';

/** No message names it, as all cells mean the same. */
const nameless = (name: string): Sought => ({ name, label: name });

const OWN_NAMES = new KnownColumns([]);

/**
 * Map Automatically: the fields of the input item by name, in any spelling ("First Name" for `first_name`), or by a
 * known synonym. The user is told about unused columns after the run.
 * @param remedy for a tool, which has no input item
 * @throws ItemFailure in a tool, and if two columns contradict each other
 */
export function inputFields(item: ItemParameters, remedy: string, known: KnownColumns = OWN_NAMES): InputField {
	if (item.isTool) throw invalidInput('An AI agent’s tool has no input items to map', remedy);
	const columns = new Columns(item.input);
	item.columns.offer(columns.names);
	return (field, { spelling = 'any', meaning } = {}) => {
		const found = spelling === 'exact' ? columns.exact(field, meaning) : columns.find(field, known, meaning);
		if (found) item.columns.use([...found.columns, ...(found.chosenBy === undefined ? [] : [found.chosenBy])]);
		return found;
	};
}

/** A cell such as `N/A` in the columns of a field, for a message about a missing value. */
export const placeholderIn = ({ input }: Pick<ItemParameters, 'input'>, field: string, known = OWN_NAMES): unknown =>
	new Columns(input, isPlaceholder).find(nameless(field), known, anyPlaceholder)?.value;

/** Finds the column of a field, in the item's spelling, even if its cell is empty; undefined when there is none. */
export function columnNames({ input }: Pick<ItemParameters, 'input'>): (field: string) => string | undefined {
	const columns = new Columns(input, anyCell);
	return (field) => columns.find(nameless(field), OWN_NAMES, anyPlaceholder)?.columns[0];
}

/** Whether the item has a column for a field, even if its cell is empty. */
export function columnsOf({ input }: Pick<ItemParameters, 'input'>, known = OWN_NAMES): (field: string) => boolean {
	const columns = new Columns(input, anyCell);
	return (field) => columns.has(field, known);
}

/** How many fields a message names; a table can have hundreds. */
export const MOST_NAMES = 12;

const saidBy = (names: string[], input: Record<string, unknown>): string[] => [
	...new Set(names.map((name) => stringOf(input[name]))),
];

/** `The item has "Notes:"`, for a message about a field that is not among them. */
export function whatItHas({ input }: Pick<ItemParameters, 'input'>): string {
	const names = Object.keys(input);
	if (names.length === 0) return 'The item has no fields';
	const filled = names.filter((name) => !isNothing(input[name]));
	const placeholders = names.filter((name) => isPlaceholder(input[name]));
	const empty = names.filter((name) => isNothing(input[name]) && !placeholders.includes(name));
	const parts = [
		filled.length > 0 ? quotedList(filled, MOST_NAMES) : 'no fields with a value',
		placeholders.length > 0 &&
			`${quotedList(placeholders, MOST_NAMES)} ${placeholders.length === 1 ? 'says' : 'say'} ${quotedList(saidBy(placeholders, input), MOST_NAMES)}, so it counts as empty`,
		empty.length > 0 && `${quotedList(empty, MOST_NAMES)} ${empty.length === 1 ? 'is' : 'are'} empty`,
	];
	return `The item has ${parts.filter(Boolean).join('; ')}`;
}
