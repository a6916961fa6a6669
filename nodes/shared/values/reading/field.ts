import type { INodeProperties } from 'n8n-workflow';

import { emptyField, invalidInput, type ItemFailure } from '../../contract/failure';
import { isRecord } from '../json';
import { isPlaceholderDate } from '../placeholderDate';
import { isPlaceholderName } from '../placeholderName';
import { plainWords } from '../placeholder';
import { wayToIds } from '../wayToIds';
import { choiceIn } from './choice';
import { isDebris } from './id';
import { filterLabel, kindOf, narrows, READERS, type ReadKind } from './kind';
import { isEmptyBrackets, isSaidToBeEmpty, isSaidToStay } from './modelPlaceholder';
import { isBlank, isNothing, trimmed } from './nothing';
import { checkRanges, rangeEndOf } from './range';
import { addedButEmpty, limitsOf, type Reading } from './reading';
import { isEmptyJson, readJsonValue } from './json';
import { shown } from '../shown';
import { unevaluatedIn } from '../unevaluated';
import { stringOf } from '../text';
import { wordSet } from '../wordSet';
import { groupsOf, membersOf } from '../innerFields';

/** The item's and the node's facts that all fields need. */
export interface Surroundings extends Pick<
	Reading,
	'timeZone' | 'defaultCountry' | 'isTool' | 'leftOut' | 'sendsUnfilled' | 'templateOf'
> {
	/** The operation that lists the IDs of a parameter, such as "Agent > Get Many". */
	listedBy?: Readonly<Record<string, string>>;
	/** Is called for a filter that was added and left empty. */
	unfiltered(label: string): void;
}

/** The ID in a resource locator. */
export const plainId = (value: unknown): unknown => (isRecord(value) && value.__rl === true ? value.value : value);

const readingOf = (field: INodeProperties, { listedBy, ...surroundings }: Surroundings): Reading => ({
	...surroundings,
	label: field.displayName,
	filters: filterLabel(field) === undefined ? undefined : rangeEndOf(field) === undefined ? 'alone' : 'from',
	wayToIds: wayToIds(field.name, listedBy?.[field.name]),
	...limitsOf(field),
});

/** Whether a field of that kind is empty. */
function saysNothing(kind: ReadKind, value: unknown, reading: Reading): boolean {
	switch (kind) {
		case 'secret':
			return isBlank(value);
		case 'dataJson':
		case 'json':
		case 'messageJson':
		case 'settingsJson':
		case 'taskJson':
			return isEmptyJson(value);
		case 'anyChoice':
		case 'choice':
		case 'choices':
			return choiceIn(value, reading) === undefined && isNothing(value);
		case 'clock':
		case 'day':
		case 'moment':
		case 'timeOfDay':
			return isNothing(value) || isPlaceholderDate(value);
		case 'personName':
			return isNothing(value) || (isPlaceholderName(value) && unevaluatedIn(stringOf(value)) === undefined);
		case 'id':
		case 'ownId':
		case 'url':
		case 'wholeId':
			return isNothing(value) && !isDebris(value);
		default:
			return isNothing(value);
	}
}

/** Words for a filter that excludes nothing. */
const ANYTHING = new Set([
	'any',
	'all',
	'every',
	'everything',
	'anything',
	'everyone',
	'anyone',
	'no filter',
	'no preference',
	'not applicable',
	'unspecified',
	'not specified',
	'unset',
	'empty',
	'blank',
	'none',
	'null',
	'undefined',
	'nil',
	'n a',
]);

/** A model's words for a required filter that it does not want: "any status", "no specific campaign", "any value". */
const ANY = wordSet('any all every each either whatever whichever ignore ignored irrelevant');
const NO = wordSet('no not don t dont doesn doesnt without');
const WISH = wordSet('filter preference specific particular restriction matter care important limit limitation');
const BESIDE = wordSet(
	'does do is it of the a this that i you possible available value values type types kind kinds them',
);

function isAnyOf(value: string, label: string): boolean {
	const words = value.length > 60 ? [] : plainWords(value).split(' ');
	const named = plainWords(label).split(' ');
	const isNamed = (word: string) => named.some((each) => each.length > 2 && word.startsWith(each.replace(/y$/, '')));
	const isWish =
		words.some((word) => ANY.has(word)) || (words.some((word) => NO.has(word)) && words.some((word) => WISH.has(word)));
	return isWish && words.every((word) => [ANY, NO, WISH, BESIDE].some((known) => known.has(word)) || isNamed(word));
}

/** Kinds that may hold such a word as their value. */
const HOLDS_WORDS: ReadonlySet<ReadKind> = new Set(['anyChoice', 'list', 'longText', 'text', 'texts']);

/** Whether a model says that a filter excludes nothing. In a workflow, the same word may be a text to search for. */
function narrowsNothing(
	field: INodeProperties,
	kind: ReadKind,
	value: unknown,
	reading: Reading,
	isTool: boolean,
): boolean {
	if (
		filterLabel(field) === undefined ||
		narrows(field) ||
		typeof value !== 'string' ||
		choiceIn(value, reading) !== undefined
	)
		return false;
	const isAnything = ANYTHING.has(plainWords(value)) || trimmed(value) === '*';
	if (isTool && isAnyOf(value, field.displayName)) return true;
	return isAnything && (isTool || (!HOLDS_WORDS.has(kind) && !isDebris(value)));
}

const IDS: ReadonlySet<ReadKind> = new Set(['id', 'idList', 'ownId', 'wholeId', 'wholeIdList']);

/**
 * Whether a model says in words that it leaves the field out, because it must fill in each argument.
 * @throws ItemFailure for words instead of an ID: they do not name the record
 */
function isLeftByModel(field: INodeProperties, kind: ReadKind, value: unknown, reading: Reading): boolean {
	if (kind === 'secret' || choiceIn(value, reading) !== undefined) return false;
	// In JSON, such words are data.
	if (!/json$/i.test(kind) && !IDS.has(kind) && isEmptyBrackets(value)) return true;
	if (!IDS.has(kind)) return isSaidToBeEmpty(value) || (filterLabel(field) === undefined && isSaidToStay(value));
	if (isSaidToStay(value))
		throw invalidInput(
			`"${field.displayName}" must be an ID (got "${shown(value)}"): it is a placeholder`,
			reading.wayToIds ?? 'Enter the ID, or leave it empty.',
		);
	// If an ID is required, its reader says how to find it.
	return field.required !== true && isSaidToBeEmpty(value);
}

/** A dropdown with the vendor's entries accepts any value. */
const isOpen = ({ type, typeOptions }: INodeProperties): boolean =>
	type === 'options' && typeOptions?.loadOptionsMethod !== undefined;

function readSingle(field: INodeProperties, value: unknown, surroundings: Surroundings): unknown {
	const reading = readingOf(field, surroundings);
	const kind = isOpen(field) ? 'text' : kindOf(field);
	const isTool = surroundings.isTool === true;
	if (kind === 'own') return value;
	if (narrowsNothing(field, kind, value, reading, isTool) || (isTool && isLeftByModel(field, kind, value, reading)))
		return undefined;
	return saysNothing(kind, value, reading) ? undefined : READERS[kind](value, reading);
}

/** A field that was added and left empty. */
function passOver(field: INodeProperties, value: unknown, surroundings: Surroundings): void {
	if (narrows(field)) throw addedButEmpty(field, 'the operation would reach more records than you mean');
	const label = filterLabel(field);
	if (label !== undefined && isPlaceholderDate(value)) throw notFilled(label, value);
	if (label !== undefined) surroundings.unfiltered(label);
}

/** The filled members of a collection or a row. */
function readMembers(
	fields: INodeProperties[],
	value: Record<string, unknown>,
	surroundings: Surroundings,
): Record<string, unknown> {
	const read = Object.entries(value).flatMap(([name, given]) => {
		const field = fields.find((candidate) => candidate.name === name);
		// Rejects values of any kind that would be rounded or become null; the reader of its kind checks a text.
		if (typeof given !== 'string') readJsonValue(given, { label: field?.displayName ?? name, timeZone: '' });
		if (!field || kindOf(field) === 'own') return [[name, field ? readField(field, given, surroundings) : given]];
		const member = readField(field, given, surroundings);
		if (member === undefined) passOver(field, given, surroundings);
		return member === undefined ? [] : [[name, member]];
	});
	const members = Object.fromEntries(read);
	checkRanges(fields, (name) => members[name]);
	return members;
}

/** @throws ItemFailure for half a row @param place of the row, from 1 */
function checkWhole(row: unknown, fields: INodeProperties[], label: string, place: number): void {
	const missing = fields.find(({ name, required }) => required && isRecord(row) && row[name] === undefined);
	if (!missing) return;
	throw invalidInput(
		`"${missing.displayName}" is empty in row ${place} of "${label}"`,
		`Enter a value for "${missing.displayName}", or take the row out.`,
	);
}

/** The rows of a fixed collection; an empty one is skipped. */
function readRows(
	field: INodeProperties,
	value: Record<string, unknown>,
	surroundings: Surroundings,
): Record<string, unknown> {
	const groups = groupsOf(field);
	const read = Object.entries(value).map(([name, rows]) => {
		const fields = groups.find((group) => group.name === name)?.values ?? [];
		// A pair of a free name and value may contain such a word as its value.
		const row = (members: unknown) =>
			isRecord(members) ? readMembers(fields, members, { ...surroundings, isTool: false }) : members;
		const filled = (Array.isArray(rows) ? rows : [rows])
			.map(row)
			.filter((members) => !isRecord(members) || Object.keys(members).length > 0);
		for (const [place, members] of filled.entries()) checkWhole(members, fields, field.displayName, place + 1);
		return [name, filled] as const;
	});
	return Object.fromEntries(read);
}

/** A field with inner fields. An expression or a model may bring it as JSON text, and its rows as an array. */
function partsOf(field: INodeProperties, value: unknown): unknown {
	if (isNothing(value)) return undefined;
	const { displayName: label } = field;
	const parts = typeof value === 'string' ? readJsonValue(value, { label, timeZone: '' }) : value;
	if (field.type === 'collection' && isRecord(parts)) return parts;
	const groups = groupsOf(field).map(({ name }) => name);
	const [group = ''] = groups;
	const rows = groups.length === 1 && Array.isArray(parts) && parts.every(isRecord) ? { [group]: parts } : parts;
	if (isRecord(rows) && Object.keys(rows).every((name) => groups.includes(name))) return rows;
	throw invalidInput(
		`"${label}" must be an object with its fields (got "${shown(value)}")`,
		'Fill its fields in one by one.',
	);
}

/**
 * The value of a field in the form of its kind; undefined when it is empty.
 * @throws ItemFailure naming field and remedy
 */
export function readField(field: INodeProperties, given: unknown, surroundings: Surroundings): unknown {
	const value = plainId(given);
	if (field.type !== 'collection' && field.type !== 'fixedCollection') return readSingle(field, value, surroundings);
	const parts = partsOf(field, value);
	if (!isRecord(parts)) return parts;
	return field.type === 'collection'
		? readMembers(membersOf(field), parts, surroundings)
		: readRows(field, parts, surroundings);
}

/** The field at a path, such as `name` or `additionalFields.name`. */
export function fieldAt(fields: ReadonlyMap<string, INodeProperties>, path: string): INodeProperties | undefined {
	const [name = '', member] = path.split('.');
	const field = fields.get(name);
	return member === undefined ? field : membersOf(field).find((inner) => inner.name === member);
}

/** For a required field; the message names a placeholder. */
export function notFilled(label: string, given: unknown): ItemFailure {
	const value = plainId(given);
	if (isBlank(value) || typeof value === 'object') return emptyField(label);
	return invalidInput(
		`"${label}" must have a value (got "${shown(stringOf(value))}")`,
		`Enter a value for "${label}", or correct the row.`,
	);
}
