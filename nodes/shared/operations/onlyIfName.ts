import type { INodeProperties } from 'n8n-workflow';

import { invalidInput, ItemFailure, readingFailure } from '../contract/failure';
import type { ApiClient, ItemParameters, Operation } from '../contract/operation';
import { MOST_AHEAD } from '../memory/lookahead';
import { collectAvailable } from '../paging/collectRows';
import { namedRecord, type Lookup } from '../paging/lookup';
import type { Query } from '../paging/page';
import { contentOf } from '../values/label';
import { isSameName } from '../values/sameName';
import { isNothing } from '../values/reading/nothing';
import { addedButEmpty } from '../values/reading/reading';
import { readText } from '../values/reading/text';
import { shown } from '../values/shown';
import { inPool } from './pool';
import { stringOf } from '../values/text';

const ONLY_IF_NAME = 'onlyIfName';

/** The option by which an operation does nothing if the record has another name. */
export const onlyIfNameOption: INodeProperties = {
	displayName: 'Only If Name Is',
	name: ONLY_IF_NAME,
	type: 'string',
	default: '',
	placeholder: 'e.g. Dana Reyes',
	description:
		'Safeguard: the record is read first, and nothing is done if it has another name. Capitals and accents do not matter; for a person, neither do titles and the order of words. Costs one request for each record.',
};

/** The record that an operation is about, and the way to read its name. */
export interface NamedRecord {
	/** The parameter with its ID, or with another value that finds it. */
	parameter: string;
	/** Its kind, as in "the campaign". */
	noun: string;
	/** Its name is a person's, which may have a title. */
	isPerson?: true;
	/** Reads the record itself; when absent, the name comes from the list of its field. */
	read?: {
		path: (id: string) => string;
		query?: (id: string) => Query;
		/**
		 * Its name; several names if one match is enough. None if the answer is about another record.
		 * @param id in the parameter
		 */
		namesIn: (body: unknown, id: string) => unknown[];
	};
}

/** The record by the operation's field with its ID: a field of an operation that erases has its own name. */
export const recordIn = (record: NamedRecord, fields: readonly INodeProperties[]): NamedRecord => ({
	...record,
	parameter: fields.find(({ name }) => contentOf(name) === record.parameter)?.name ?? record.parameter,
});

/** How many rows are searched for a record. */
const MOST_ROWS = 2_000;

/** Whether a record may be the one with the ID: an API may answer about another one. */
export const isOfId = ({ id }: Record<string, unknown>, wanted: string): boolean =>
	id === undefined || id === null || stringOf(id) === wanted;

const refused = (message: string, description: string, quotes: string[] = []): ItemFailure =>
	new ItemFailure({ kind: 'refused', message, description: `Nothing was done. ${description}`, quotes });

/**
 * The names that the user and the model demand. n8n's approval step shows the model's name, so it must be true as well.
 */
function wantedNames(item: ItemParameters): string[] {
	const option = `options.${ONLY_IF_NAME}`;
	const asOption = item.parameter(option, '');
	if (isNothing(asOption) && item.isExpression(option))
		throw addedButEmpty(onlyIfNameOption, 'the operation could change the wrong record');
	const given = [asOption, item.isTool ? item.parameter(ONLY_IF_NAME, '') : ''].filter((name) => !isNothing(name));
	return given.map((name) => readText(name, { label: onlyIfNameOption.displayName, timeZone: '' }));
}

interface Wanted {
	id: string;
	/** All of them must match. */
	names: [string, ...string[]];
}

type Records = ReadonlyMap<string, string>;

/** The names of a list by their IDs, read once for all items. */
function namesOf(lookup: Lookup): (wanted: Wanted, api: ApiClient) => Promise<Records> {
	const lists = new Map<string, Promise<Records>>();
	const read = async (query: Query, { send, vendorName }: ApiClient): Promise<Records> => {
		const fetch = async (asked: Query) =>
			await send({ request: { method: 'GET', path: lookup.path, query: asked }, tier: lookup.tier, isList: true });
		const { rows } = await collectAvailable(lookup.page, query, MOST_ROWS, fetch, vendorName);
		return new Map(rows.flatMap((row) => namedRecord(lookup, row) ?? []).map(({ id, name }) => [id, name]));
	};
	return async ({ names: [name] }, api) => {
		const { searchParam } = lookup;
		const searched = searchParam === undefined ? '' : name;
		const list = lists.get(searched) ?? read(searchParam === undefined ? {} : { [searchParam]: name }, api);
		lists.set(searched, list);
		return await list;
	};
}

/** Reads the name of the record. */
function readerOf(
	{ read, noun }: NamedRecord,
	lookup: Lookup | undefined,
): (wanted: Wanted, api: ApiClient) => Promise<string[]> {
	const listed = lookup && namesOf(lookup);
	return async (wanted, api) => {
		if (read) {
			const { id } = wanted;
			const { body } = await api.send({
				request: { method: 'GET', path: read.path(encodeURIComponent(id)), query: read.query?.(id) ?? {} },
			});
			return read.namesIn(body, id).filter((name): name is string => typeof name === 'string' && !isNothing(name));
		}
		const name = (await listed?.(wanted, api))?.get(wanted.id);
		if (name !== undefined) return [name];
		throw refused(
			`The ${noun} "${shown(wanted.id)}" was not found by the name "${shown(wanted.names[0])}"`,
			`Check the ID. "${onlyIfNameOption.displayName}" has another name.`,
		);
	};
}

function check({ id, names: wanted }: Wanted, names: string[], { noun, isPerson }: NamedRecord): void {
	const name = wanted.find((each) => !names.some((known) => isSameName(known, each, isPerson)));
	if (name === undefined) return;
	const found = names.length === 0 ? 'has no readable name' : `is "${names.map(shown).join('", "')}"`;
	throw refused(
		`The ${noun} "${shown(id)}" ${found}, and not "${shown(name)}"`,
		`"${onlyIfNameOption.displayName}" protects other records. Check the ID.`,
		names.map(shown),
	);
}

/**
 * The operation with a safeguard: if a name is given, the record is read first, and a record with another name is left
 * alone.
 * @param lookup the list of the field with the ID
 */
export const onlyIfName = (operation: Operation, record: NamedRecord, lookup: Lookup | undefined): Operation => ({
	...operation,
	isNamed: true,
	begin(statements) {
		const run = operation.begin(statements);
		const wanted = new Map<number, Wanted>();
		const namesOfRecord = readerOf(record, lookup);
		return {
			...run,
			read(item) {
				const identity = run.read(item);
				const [name, ...others] = wantedNames(item);
				if (name === undefined) return identity;
				const id = stringOf(item.parameter(record.parameter));
				if (id.includes('/'))
					throw invalidInput(
						`"${onlyIfNameOption.displayName}" needs the ID of the ${record.noun}, not "${shown(id)}"`,
						'Enter the ID.',
					);
				wanted.set(item.index, { id, names: [name, ...others] });
				return identity;
			},
			async perform(indexes, performance) {
				await inPool(
					indexes.filter((index) => wanted.has(index)),
					MOST_AHEAD,
					async (index) => {
						const sought = wanted.get(index);
						if (!sought || performance.run.stopped) return;
						try {
							check(sought, await namesOfRecord(sought, performance.api(index)), record);
						} catch (thrown) {
							performance.run.settle(index, { failure: readingFailure(thrown) });
						}
					},
				);
				await run.perform(
					indexes.filter((index) => !performance.run.settled.has(index)),
					performance,
				);
			},
		};
	},
});
