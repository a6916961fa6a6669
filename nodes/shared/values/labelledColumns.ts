import { stringOf } from './text';

/** A column of an item and its value. */
export type Cell = [column: string, value: unknown];

/**
 * Chooses one of several values for a field, by the labels beside them: `Phone 2 - Label` is the label of `Phone 2 -
 * Value`.
 */
export interface Labels {
	/** Names of the columns with the labels, "#" for the number. */
	columns: readonly string[];
	/** A word of the preferred label. */
	wanted?: RegExp;
	/** A word of a label that excludes its value. */
	never?: RegExp;
}

interface Labelled {
	found: { value: unknown; columns: string[]; chosenBy?: string };
	words: string[];
	/** Its label begins with an asterisk. */
	isPrimary: boolean;
}

/** The values of a cell. */
export const partsOf = (value: unknown, separator?: string): unknown[] =>
	separator !== undefined && typeof value === 'string' ? value.split(separator).map((part) => part.trim()) : [value];

/** `Work Fax`, `work_fax` and `WorkFax` contain "work" and "fax", and `iPhone` is one word; accents do not count. */
const wordsOf = (label: string): string[] =>
	`${label} ${label.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')}`
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.normalize('NFC')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u);

const has = ({ words }: Labelled, word: RegExp | undefined): boolean =>
	word !== undefined && words.some((each) => word.test(each));

/** One label is for all values of its cell, unless there is one for each. */
function labelled(cell: Cell, label: Cell | undefined, separator: string | undefined): Labelled[] {
	const values = partsOf(cell[1], separator);
	const said = label ? stringOf(label[1]) : '';
	const each = partsOf(said, separator).map(String);
	return values.map((value, index) => {
		const own = each.length === values.length ? (each[index] ?? '') : said;
		return {
			found: { value, columns: [cell[0]], ...(label && { chosenBy: label[0] }) },
			words: wordsOf(own),
			isPrimary: own.trim().startsWith('*'),
		};
	});
}

/**
 * The possible values of a field: the one that the program marks as first with an asterisk, among those with the
 * preferred label, or among all without a preference. If none has the preferred label, all that are not excluded.
 */
export function valuesByLabel(
	numbered: ReadonlyArray<{ cell: Cell; label: Cell | undefined }>,
	{ wanted, never }: Labels,
	separator?: string,
): Array<Labelled['found']> {
	const able = numbered
		.flatMap(({ cell, label }) => labelled(cell, label, separator))
		.filter((each) => !has(each, never));
	const best = wanted ? able.filter((each) => has(each, wanted)) : able;
	const primary = best.filter(({ isPrimary }) => isPrimary);
	const chosen = [primary, best, able].find(({ length }) => length > 0) ?? [];
	return chosen.map(({ found }) => found);
}
