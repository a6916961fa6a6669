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

/**
 * Columns that some result of a run says something else under. They come out under a name of their own for every item of the run, so
 * that the next node finds them in one place; under their own name, too, where the result has none of that name.
 */
export function clashesIn(results: Iterable<Beside>): Set<string> {
	const clashes = new Set<string>();
	for (const { row, columns } of results) {
		for (const [name, value] of Object.entries(columns)) {
			if (name === OF_EARLIER_NODE || (Object.hasOwn(row, name) && !isSame(row[name], value))) clashes.add(name);
		}
	}
	return clashes;
}

function freeName(name: string, isTaken: (name: string) => boolean): string {
	const prefixed = `${PREFIX}${name}`;
	return isTaken(prefixed) ? freeName(prefixed, isTaken) : prefixed;
}

/** A result with the columns of its input: nothing of either is lost. @param clashes of the run */
export function withColumns({ row, columns }: Beside, clashes: ReadonlySet<string>): IDataObject {
	const members = new Map(Object.entries(row));
	for (const [name, value] of Object.entries(columns)) {
		if (!Object.hasOwn(row, name) && name !== OF_EARLIER_NODE) members.set(name, value);
		if (clashes.has(name))
			members.set(
				freeName(name, (taken) => members.has(taken) || Object.hasOwn(columns, taken)),
				value,
			);
	}
	return Object.fromEntries(members);
}
