import type { INodeProperties } from 'n8n-workflow';

import { sleepUntil } from '../contract/time';
import type { Vendor } from '../contract/vendor';
import { sender } from '../http/sender';
import { collectAvailable } from '../paging/collectRows';
import { lookupOf, namedRecord, type Lookup } from '../paging/lookup';
import { kindOf } from '../values/reading/kind';
import { wayToIds } from '../values/wayToIds';
import type { Ports } from './ports';
import { leftOpen, meantBy, referenceIn, type ListedRecord, type RecordReference } from './recordReference';

/** Records that are looked through for a name. */
const MOST_ROWS = 500;

/** A model waits. */
const LIMITS = { maxRetries: 1, maxWaitMs: 5_000, urgent: true };

/** A field that is chosen from a list, and what stands in it. */
interface Written {
	/** Such as `campaignId` or `filters.agentId`. */
	path: string;
	lookup: Lookup;
	reference: RecordReference;
	/** To the right ID. */
	way: string;
}

const isField = (option: object): option is INodeProperties => 'type' in option;

/** An expression that fails is told by whoever reads the field. */
function givenIn(path: string, { parameters }: Ports): unknown {
	try {
		return parameters.given(path);
	} catch {
		return undefined;
	}
}

/** The fields whose value may be a name. */
function namesWritten(fields: INodeProperties[], { listedBy }: Vendor, ports: Ports): Written[] {
	const listed = fields.flatMap((field) => [
		{ path: field.name, field },
		...(field.type === 'collection' ? (field.options ?? []).filter(isField).map((member) => ({ path: `${field.name}.${member.name}`, field: member })) : []),
	]);
	const byPath = new Map(listed.map((each) => [each.path, each]));
	return [...byPath.values()].flatMap(({ path, field }) => {
		const lookup = lookupOf(field);
		const isId = ['id', 'wholeId', 'texts'].includes(kindOf(field));
		const reference = lookup && isId ? referenceIn(field, givenIn(path, ports)) : undefined;
		return lookup && reference ? [{ path, lookup, reference, way: wayToIds(field.name, listedBy[field.name]) ?? '' }] : [];
	});
}

interface Read {
	records: ListedRecord[];
	/** There are no others. */
	isWhole: boolean;
}

async function recordsOf({ lookup, reference }: Written, vendor: Vendor, ports: Ports): Promise<Read> {
	const { path, page, tier, searchParam } = lookup;
	const { patience, isCancelled } = ports;
	const limits = { ...LIMITS, maxWaitMs: Math.min(LIMITS.maxWaitMs, patience.leftMs()) };
	const send = sender(vendor, ports, { ...limits, run: ports, cancelled: isCancelled });
	const fetch = async (asked: Record<string, unknown>) => await send({ request: { method: 'GET', path, query: asked }, tier, isList: true });
	// A person in two campaigns is one.
	const byId = new Map<string, ListedRecord>();
	let isWhole = true;
	for (const query of searchParam === undefined ? [{}] : reference.names.map((name) => ({ [searchParam]: name }))) {
		const { rows, cut } = await collectAvailable(page, query, MOST_ROWS, fetch, vendor.name);
		for (const record of rows.flatMap((row) => namedRecord(lookup, row) ?? [])) byId.set(record.id, record);
		isWhole &&= !cut && rows.length < MOST_ROWS;
	}
	return { records: [...byId.values()], isWhole };
}

/**
 * Models know records by their names: puts the ID in place of a name that exactly one record bears, and says of any other which there are.
 * Reads the lists that the fields are chosen from in n8n's editor. Where a list cannot be had, what was written stands, unless it would be
 * another record by its name than by its ID.
 * @param fields the descriptions of the operation's parameters
 */
export async function takeNames(vendor: Vendor, ports: Ports, fields: INodeProperties[]): Promise<void> {
	const { patience, parameters, time } = ports;
	const half = patience.leftMs() / 2;
	let isOver = false;
	const all = namesWritten(fields, vendor, ports);
	for (const { path, reference, way } of all) if (reference.isDoubtful) parameters.correct(path, leftOpen(reference, way));
	const take = async () => {
		for (const written of all) {
			// The reader of IDs says what is to be done about a name whose list cannot be had.
			const read = await recordsOf(written, vendor, ports).catch(() => undefined);
			const found = read && meantBy(written.reference, read.records, read.isWhole, written.way);
			if (found !== undefined && !isOver) parameters.correct(written.path, found);
		}
		isOver = true;
	};
	// What the call itself does needs time, too.
	await Promise.race([take(), sleepUntil(time.now() + half, () => isOver || patience.leftMs() <= half, time)]);
	isOver = true;
}
