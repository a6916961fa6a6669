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
}

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
 * Columns for which a result of the run has another value, with their new names. Every item of the run uses the new
 * name, so that the next node finds the column in one place. An item whose result lacks the name has the column under
 * its own name, too.
 */
export function clashesIn(results: Iterable<Beside>): ReadonlyMap<string, string> {
	const clashing = new Set<string>();
	const taken = new Set<string>();
	for (const { row, columns } of results) {
		for (const name of Object.keys(row)) taken.add(name);
		for (const [name, value] of Object.entries(columns)) {
			taken.add(name);
			if (name === OF_EARLIER_NODE || (Object.hasOwn(row, name) && !isSame(row[name], value))) clashing.add(name);
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
export function withColumns({ row, columns }: Beside, clashes: ReadonlyMap<string, string>): IDataObject {
	const members = new Map(Object.entries(row));
	for (const [name, value] of Object.entries(columns)) {
		if (!Object.hasOwn(row, name) && name !== OF_EARLIER_NODE) members.set(name, value);
		const free = clashes.get(name);
		if (free !== undefined) members.set(free, value);
	}
	return Object.fromEntries(members);
}
