import type { IDataObject } from 'n8n-workflow';

import { plainText } from '../values/text';

/** Before the name of a column that the result has a member of, too. */
const PREFIX = 'input_';

/** An earlier node's failure must not look like this one's: n8n's Retry On Fail would run the node again for it. */
const OF_EARLIER_NODE = 'error';

/** A result, with the columns of its input item that come out beside it. */
export interface Beside {
	row: IDataObject;
	columns: IDataObject;
}

/** Whether they say the same: a table's text "501" and a vendor's number 501 do. */
function isSame(own: unknown, brought: unknown): boolean {
	const text = plainText(own);
	return text === '' ? own === brought || JSON.stringify(own) === JSON.stringify(brought) : text === plainText(brought);
}

const freeName = (name: string, taken: ReadonlySet<string>): string => {
	const prefixed = `${PREFIX}${name}`;
	return taken.has(prefixed) ? freeName(prefixed, taken) : prefixed;
};

/**
 * Columns that some result of a run says something else under, with the name under which they come out for every item of the run, so that
 * the next node finds them in one place; under their own name, too, where the result has none of that name.
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

/** A result with the columns of its input: nothing of either is lost. @param clashes of the run */
export function withColumns({ row, columns }: Beside, clashes: ReadonlyMap<string, string>): IDataObject {
	const members = new Map(Object.entries(row));
	for (const [name, value] of Object.entries(columns)) {
		if (!Object.hasOwn(row, name) && name !== OF_EARLIER_NODE) members.set(name, value);
		const free = clashes.get(name);
		if (free !== undefined) members.set(free, value);
	}
	return Object.fromEntries(members);
}
