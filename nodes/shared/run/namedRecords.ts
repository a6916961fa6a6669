import type { INodeProperties } from 'n8n-workflow';

import { invalidInput, type ItemFailure } from '../contract/failure';
import { sleepUntil } from '../contract/time';
import type { Vendor } from '../contract/vendor';
import { sender } from '../http/sender';
import { collectAvailable } from '../paging/collectRows';
import { lookupOf, namedRecord, type Lookup } from '../paging/lookup';
import { isRecord } from '../values/json';
import { bareId } from '../values/labelledId';
import { flawOfRecordId } from '../values/noId';
import { visible } from '../values/placeholder';
import { plainName } from '../values/plainName';
import { firstFew } from '../values/ranges';
import { plainId } from '../values/reading/field';
import { kindOf } from '../values/reading/kind';
import { shown } from '../values/shown';
import { wayToIds } from '../values/wayToIds';
import type { Ports } from './ports';

/** Records that are looked through for a name. */
const MOST_ROWS = 500;

/** A model waits. */
const LIMITS = { maxRetries: 1, maxWaitMs: 5_000, urgent: true };

/** Longer ones are sentences. */
const [MOST_WORDS, LONGEST_NAME] = [10, 80];

/** A field that is chosen from a list, and what it holds. */
interface Written {
	/** Such as `campaignId` or `filters.agentId`. */
	path: string;
	field: INodeProperties;
	lookup: Lookup;
	/** What may be the name of a record. */
	name: string;
	/** It can be no ID. */
	isNoId: boolean;
}

const isField = (option: object): option is INodeProperties => 'type' in option;

/** Whether a locator is left to a way of entering that takes names; an address is taken by another. */
const isEntered = (given: unknown): boolean => !isRecord(given) || given.mode === 'id' || given.mode === 'name';

/** What may be a name: IDs have a digit in them, and no blanks. */
function nameIn(field: INodeProperties, given: unknown): Pick<Written, 'name' | 'isNoId'> | undefined {
	const value = plainId(given);
	if (typeof value !== 'string' || value.length > LONGEST_NAME || !isEntered(given)) return undefined;
	const { id: name, ofOther } = bareId(visible(value), field.displayName);
	const isNoId = /\s/.test(name) || (kindOf(field) === 'wholeId' && !/^\d+$/.test(name));
	const flaw = flawOfRecordId(name.replace(/\s+/g, '_'), field.displayName) ?? flawOfRecordId(name.replace(/\s+/g, ''), field.displayName);
	if (ofOther !== undefined || flaw !== undefined || name.split(' ').length > MOST_WORDS) return undefined;
	return isNoId || /^[^\d]{2,}$/.test(name) ? { name, isNoId } : undefined;
}

/** The fields whose value may be a name. */
function namesWritten(fields: INodeProperties[], { parameters }: Ports): Written[] {
	const listed = fields.flatMap((field) => [
		{ path: field.name, field },
		...(field.type === 'collection' ? (field.options ?? []).filter(isField).map((member) => ({ path: `${field.name}.${member.name}`, field: member })) : []),
	]);
	const byPath = new Map(listed.map((each) => [each.path, each]));
	return [...byPath.values()].flatMap(({ path, field }) => {
		const lookup = lookupOf(field);
		const isId = ['id', 'wholeId', 'texts'].includes(kindOf(field));
		const found = lookup && isId ? nameIn(field, parameters.given(path)) : undefined;
		return lookup && found ? [{ path, field, lookup, ...found }] : [];
	});
}

/** Capitals and blanks make no other name; signs do. */
const sameName = (name: string): string => visible(name.normalize('NFKC')).toLowerCase();

type Named = NonNullable<ReturnType<typeof namedRecord>>;

/** Those that the writer may have meant. */
function alike(records: Named[], name: string): Named[] {
	const wanted = plainName(name);
	const near = records.filter((record) => {
		const has = plainName(record.name);
		return has !== '' && (has.includes(wanted) || wanted.includes(has));
	});
	return near.length > 0 || records.length > 5 ? near : records;
}

const listed = (records: Named[]): string => firstFew(records.map(({ name, id }) => `"${shown(name)}" (ID ${shown(id)})`), ', ');

/** The ID of the only record with the name; undefined where the name may be an ID. */
function chosen({ field, name, isNoId }: Written, records: Named[], isWhole: boolean, { listedBy }: Vendor): string | ItemFailure | undefined {
	const { displayName: label } = field;
	const bearers = records.filter((record) => sameName(record.name) === sameName(name));
	const [only, ...others] = bearers;
	const way = wayToIds(field.name, listedBy[field.name]) ?? '';
	if (only && others.length === 0 && isWhole) return only.id;
	if (only) {
		const who = others.length === 0 ? 'and there may be others of that name' : `which is the name of ${bearers.length}`;
		return invalidInput(`"${label}" is "${shown(name)}", ${who}: ${listed(bearers)}`, `Enter the ID of the one that is meant. ${way}`.trim());
	}
	if (!isNoId) return undefined;
	const near = alike(records, name);
	const hits = near.length === 0 ? '' : `; there is ${listed(near)}`;
	return invalidInput(`"${label}" is "${shown(name)}", and ${isWhole ? 'none' : `none of the first ${records.length}`} has that name${hits}`, `Enter the ID. ${way}`.trim());
}

async function recordsOf({ lookup, name }: Written, vendor: Vendor, ports: Ports): Promise<{ records: Named[]; isWhole: boolean }> {
	const { path, page, tier, searchParam } = lookup;
	const { patience, isCancelled } = ports;
	const limits = { ...LIMITS, maxWaitMs: Math.min(LIMITS.maxWaitMs, patience.leftMs()) };
	const send = sender(vendor, ports, { ...limits, run: ports, cancelled: isCancelled });
	const query = searchParam === undefined ? {} : { [searchParam]: name };
	const fetch = async (asked: Record<string, unknown>) => await send({ request: { method: 'GET', path, query: asked }, tier, isList: true });
	const { rows, cut } = await collectAvailable(page, query, MOST_ROWS, fetch, vendor.name);
	// A person in two campaigns is one.
	const byId = new Map(rows.flatMap((row) => namedRecord(lookup, row) ?? []).map((record) => [record.id, record]));
	return { records: [...byId.values()], isWhole: !cut && rows.length < MOST_ROWS };
}

/**
 * Models know records by their names: puts the ID in place of a name that exactly one record bears, and says of any other which there are.
 * Reads the lists that the fields are chosen from in n8n's editor. Where a list cannot be had, what was written stands.
 * @param fields the descriptions of the operation's parameters
 */
export async function takeNames(vendor: Vendor, ports: Ports, fields: INodeProperties[]): Promise<void> {
	const { patience, parameters, time } = ports;
	const half = patience.leftMs() / 2;
	let isOver = false;
	const take = async () => {
		for (const written of namesWritten(fields, ports)) {
			// The reader of IDs says what is to be done about a name whose list cannot be had.
			const read = await recordsOf(written, vendor, ports).catch(() => undefined);
			const found = read && chosen(written, read.records, read.isWhole, vendor);
			if (found !== undefined && !isOver) parameters.correct(written.path, found);
		}
		isOver = true;
	};
	// What the call itself does needs time, too.
	await Promise.race([take(), sleepUntil(time.now() + half, () => isOver || patience.leftMs() <= half, time)]);
	isOver = true;
}
