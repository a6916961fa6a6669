import type { IDataObject } from 'n8n-workflow';

import { plainText } from '../values/text';

/** Prefix for a column whose name is also a member of the result. */
const PREFIX = 'input_';

/**
 * An earlier node's failure must not look like a failure of this node: n8n's Retry On Fail would run the node again.
 */
const OF_EARLIER_NODE = 'error';

/** A result, with the columns of its input item. */
export interface Beside {
	row: IDataObject;
	columns: IDataObject;
	/** Whether a column would be taken for a member of the result. */
	isMisleading?: ((name: string) => boolean) | undefined;
}

/** Whether a column must not come out under its own name, even if the result lacks that name. */
const isHidden = ({ row, isMisleading }: Beside, name: string): boolean =>
	name === OF_EARLIER_NODE || (!Object.hasOwn(row, name) && isMisleading?.(name) === true);

/** Whether two values are equal for a reader: a table's text "501" and a vendor's number 501 are. */
function isSame(own: unknown, brought: unknown): boolean {
	const text = plainText(own);
	return text === '' ? own === brought || JSON.stringify(own) === JSON.stringify(brought) : text === plainText(brought);
}

const freeName = (name: string, taken: ReadonlySet<string>): string => {
	const prefixed = `${PREFIX}${name}`;
	return taken.has(prefixed) ? freeName(prefixed, taken) : prefixed;
};

/**
 * Columns for which a result of the run has another value, or that would be taken for a result, with their new names.
 * Every item of the run uses the new name, so that the next node finds the column in one place. An item whose result
 * lacks the name has the column under its own name, too, unless it is misleading.
 */
export function clashesIn(results: Iterable<Beside>): ReadonlyMap<string, string> {
	const clashing = new Set<string>();
	const taken = new Set<string>();
	for (const beside of results) {
		const { row, columns } = beside;
		for (const name of Object.keys(row)) taken.add(name);
		for (const [name, value] of Object.entries(columns)) {
			taken.add(name);
			if (isHidden(beside, name) || (Object.hasOwn(row, name) && !isSame(row[name], value))) clashing.add(name);
		}
	}
	const clashes = new Map<string, string>();
	for (const name of clashing) {
		const free = freeName(name, taken);
		clashes.set(name, free);
		taken.add(free);
	}
	return clashes;
}

/**
 * A result with the columns of its input; both are complete.
 * @param clashes of the run
 */
export function withColumns(beside: Beside, clashes: ReadonlyMap<string, string>): IDataObject {
	const { row, columns } = beside;
	const members = new Map(Object.entries(row));
	for (const [name, value] of Object.entries(columns)) {
		if (!Object.hasOwn(row, name) && !isHidden(beside, name)) members.set(name, value);
		const free = clashes.get(name);
		if (free !== undefined) members.set(free, value);
	}
	return Object.fromEntries(members);
}
