import type { INodeProperties } from 'n8n-workflow';

import { ItemFailure } from '../contract/failure';
import { sleepUntil } from '../contract/time';
import type { Vendor } from '../contract/vendor';
import { sender } from '../http/sender';
import { collectAvailable } from '../paging/collectRows';
import { lookupOf, namedRecord, type Lookup } from '../paging/lookup';
import { kindOf, type Kind } from '../values/reading/kind';
import { entriesOf } from '../values/reading/list';
import { shown } from '../values/shown';
import { stringOf } from '../values/text';
import { wayToIds } from '../values/wayToIds';
import type { Ports } from './ports';
import { leftOpen, meantBy, referenceIn, type ListedRecord, type RecordReference } from './recordReference';
import { membersOf } from '../values/innerFields';

/** How many records are searched for a name. */
const MOST_ROWS = 500;

/** Limited, because a model waits. */
const LIMITS = { maxRetries: 1, maxWaitMs: 5_000, urgent: true };

/** A field with a list to choose from, and its value. */
interface Written {
	/** Such as `campaignId` or `filters.agentId`. */
	path: string;
	lookup: Lookup;
	/** Values that may be names, and values that are clearly IDs. */
	parts: Array<RecordReference | string>;
	/** The field takes several values. */
	isList: boolean;
	/** How to find the right ID. */
	way: string;
}

/** The reader of the field reports an expression that fails. */
function givenIn(path: string, { parameters }: Ports): unknown {
	try {
		return parameters.given(path);
	} catch {
		return undefined;
	}
}

const LISTS: ReadonlySet<Kind> = new Set(['idList', 'wholeIdList']);

const SINGLE: ReadonlySet<Kind> = new Set(['id', 'wholeId', 'texts']);

/** The parts of a list; none if its reader will reject it. */
function entriesIn(given: unknown, { displayName: label }: INodeProperties): unknown[] {
	try {
		return entriesOf(given, { label, timeZone: '' });
	} catch {
		return [];
	}
}

function partsIn(field: INodeProperties, given: unknown): Written['parts'] {
	const entries = LISTS.has(kindOf(field)) ? entriesIn(given, field) : SINGLE.has(kindOf(field)) ? [given] : [];
	return entries.map((entry) => referenceIn(field, entry) ?? stringOf(entry));
}

const isReference = (part: RecordReference | string): part is RecordReference => typeof part !== 'string';

/** The fields whose value may be a name. */
function namesWritten(fields: INodeProperties[], { listedBy }: Vendor, ports: Ports): Written[] {
	const listed = fields.flatMap((field) => [
		{ path: field.name, field },
		...(field.type === 'collection'
			? membersOf(field).map((member) => ({ path: `${field.name}.${member.name}`, field: member }))
			: []),
	]);
	const byPath = new Map(listed.map((each) => [each.path, each]));
	return [...byPath.values()].flatMap(({ path, field }) => {
		const lookup = lookupOf(field);
		const parts = lookup ? partsIn(field, givenIn(path, ports)) : [];
		const way = wayToIds(field.name, listedBy[field.name]) ?? '';
		return lookup && parts.some(isReference) ? [{ path, lookup, parts, isList: LISTS.has(kindOf(field)), way }] : [];
	});
}

interface Read {
	records: ListedRecord[];
	/** True if `records` has all records with these names. */
	isWhole: boolean;
	/** True if `records` has all records that the vendor lists, with any name. */
	hasAll: boolean;
}

async function recordsOf({ lookup, parts }: Written, vendor: Vendor, ports: Ports): Promise<Read> {
	const { path, page, tier, searchParam } = lookup;
	const { patience, isCancelled } = ports;
	const limits = { ...LIMITS, maxWaitMs: Math.min(LIMITS.maxWaitMs, patience.leftMs()) };
	const send = sender(vendor, ports, { ...limits, run: ports, cancelled: isCancelled });
	const fetch = async (asked: Record<string, unknown>) =>
		await send({ request: { method: 'GET', path, query: asked }, tier, isList: true });
	// A person in two campaigns is one person.
	const byId = new Map<string, ListedRecord>();
	let isWhole = true;
	let areAllKnown = searchParam === undefined;
	for (const query of searchParam === undefined
		? [{}]
		: parts.filter(isReference).flatMap(({ names }) => names.map((name) => ({ [searchParam]: name })))) {
		const { rows, cut } = await collectAvailable(page, query, MOST_ROWS, fetch, vendor.name);
		const found = rows.flatMap((row) => namedRecord(lookup, row) ?? []);
		for (const record of found) byId.set(record.id, record);
		areAllKnown &&= found.length === rows.length;
		isWhole &&= !cut && rows.length < MOST_ROWS;
	}
	return { records: [...byId.values()], isWhole, hasAll: isWhole && areAllKnown && byId.size > 0 };
}

/** The new value of the field; undefined if it stays as written. */
function idsFor({ parts, isList, way }: Written, { records, ...known }: Read): string | ItemFailure | undefined {
	const ids: string[] = [];
	let isChanged = false;
	for (const part of parts) {
		const meant = isReference(part) ? meantBy(part, records, known, way) : undefined;
		if (meant instanceof ItemFailure)
			return new ItemFailure({ ...meant.failure, quotes: records.map(({ name }) => shown(name)) });
		isChanged ||= meant !== undefined;
		ids.push(meant ?? (isReference(part) ? (part.names[0] ?? '') : part));
	}
	if (!isChanged) return undefined;
	return isList ? JSON.stringify(ids) : ids[0];
}

/**
 * Models know records by name. This replaces a name by the ID if exactly one record has that name, and rejects any
 * other name with a list of the existing ones. It reads the lists that the fields show in n8n's editor. If a list
 * cannot be read, the value stays, unless it could be the name of one record and the ID of another.
 * @param fields the descriptions of the operation's parameters
 */
export async function takeNames(vendor: Vendor, ports: Ports, fields: INodeProperties[]): Promise<void> {
	const { patience, parameters, time } = ports;
	const half = patience.leftMs() / 2;
	let isOver = false;
	const all = namesWritten(fields, vendor, ports);
	for (const { path, parts, way } of all) {
		const doubtful = parts.filter(isReference).find(({ isDoubtful }) => isDoubtful);
		if (doubtful) parameters.correct(path, leftOpen(doubtful, way));
	}
	const take = async () => {
		for (const written of all) {
			// The reader of IDs rejects a name whose list cannot be read.
			const read = await recordsOf(written, vendor, ports).catch(() => undefined);
			const found = read && idsFor(written, read);
			if (found !== undefined && !isOver) parameters.correct(written.path, found);
		}
		isOver = true;
	};
	// The call itself needs time, too.
	await Promise.race([take(), sleepUntil(time.now() + half, () => isOver || patience.leftMs() <= half, time)]);
	isOver = true;
}
