import type { IDataObject } from 'n8n-workflow';

/** First the names of a person or record, then phone number, address and the like. */
export const WHO = [
	'name',
	'fullName',
	'full_name',
	'first_name',
	'firstName',
	'last_name',
	'lastName',
	'title',
	'to',
	'from',
	'phone',
	'phone_number',
	'phoneNumber',
	'number',
	'case_number',
	'mobile',
	'email',
	'url',
];

/** Members that hold the result, in the words of the nodes and of the vendors. */
export const WHAT_BECAME = [
	'outcome',
	'action',
	'client',
	'case',
	'imported',
	'deleted',
	'success',
	'onList',
	'scheduled',
	'valid',
	'status',
	'qualification',
	'reason',
	'error',
	'message',
	'output',
	'possibleAt',
];

/** In a row of an import, the result for the person is the main thing. */
const FIRST = ['importStatus', ...WHO, ...WHAT_BECAME];

const PLACES: ReadonlyMap<string, number> = new Map(FIRST.map((name, place) => [name, place]));

/** Members that the next node needs and a reader does not. */
const FOR_MACHINES = new Set(['details']);

const IS_ID = /^\$?ids?$|_ids?$|[a-z]I[dD]s?$|^uuid$/;

/** Whether a member holds an ID, by its name. */
export const isId = (name: string): boolean => IS_ID.test(name);

/** Members that some vendors give the name of another record, others its ID, such as `agent_001` or `680321c8001e2f52aaa0`. */
const RECORDS = new Set(['agent', 'campaign', 'model', 'product', 'prompt', 'workspace']);
const LOOKS_LIKE_ID = /^(?:[a-z]+_[a-z_]*\d\w*|[\da-f]{16,})$/;

const isIdOfRecord = (name: string, value: unknown): boolean =>
	RECORDS.has(name) && typeof value === 'string' && LOOKS_LIKE_ID.test(value);

const FIGURES = FIRST.length;
const MACHINES = FIGURES + 1;
const IDS = FIGURES + 2;

/** Cached by name, because the rows of a list have the same members. */
const known = new Map<string, number>();

/** Vendors and users can invent any number of names, so the cache is limited. */
const MOST_KNOWN = 10_000;

function placeOf(name: string): number {
	const found = known.get(name);
	if (found !== undefined) return found;
	const place = PLACES.get(name) ?? (isId(name) ? IDS : FOR_MACHINES.has(name) ? MACHINES : FIGURES);
	if (known.size < MOST_KNOWN) known.set(name, place);
	return place;
}

/** Sorts the members of a row: first person or record and result, then the other members in their order, IDs last. */
export function whoFirst(row: IDataObject): IDataObject {
	const members = Object.entries(row).map(([name, value]) => ({
		name,
		value,
		place: isIdOfRecord(name, value) ? IDS : placeOf(name),
	}));
	if (members.every(({ place }, index) => index === 0 || (members[index - 1]?.place ?? 0) <= place)) return row;
	return Object.fromEntries(members.sort((a, b) => a.place - b.place).map(({ name, value }) => [name, value]));
}
