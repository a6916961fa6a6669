import type { INodeProperties } from 'n8n-workflow';

import { invalidInput, type ItemFailure } from '../contract/failure';
import { isRecord } from '../values/json';
import { bareId } from '../values/labelledId';
import { recordIdFault, isNoName } from '../values/recordIdFault';
import { visible } from '../values/placeholder';
import { plainName } from '../values/plainName';
import { firstFew } from '../values/ranges';
import { plainId } from '../values/reading/field';
import { kindOf } from '../values/reading/kind';
import { isNothing } from '../values/reading/nothing';
import { isIdWord, kindsIn } from '../values/recordNouns';
import { shown } from '../values/shown';

/** Longer ones are sentences. */
const [MOST_WORDS, LONGEST_NAME] = [10, 200];

/** A model's text for a record. */
export interface RecordReference {
	/** The field's label in the panel. */
	label: string;
	/** Possible names of the record: the text as written, and the text without the words around it. */
	names: string[];
	/** The possible ID; undefined if the text cannot be one. */
	id: string | undefined;
	/** It is an ID only if no record has this name: `Campaign 2`. */
	isDoubtful: boolean;
	/** Not a name that a person would give. If no record has it, the reader of IDs rejects it. */
	isFlawed: boolean;
}

/** A record of the list that a field is chosen from. */
export interface ListedRecord {
	name: string;
	id: string;
}

/** IDs are counted or random. A word in an ID may mean that it is a name, unless the word is the kind of the record. */
const HEXADECIMAL = /^[\da-f-]{16,}$/i;
const hasWord = (id: string): boolean =>
	(id.match(/\p{L}{4,}/gu) ?? []).some((word) => kindsIn(word).size === 0 && !isIdWord(word));

/**
 * `Q3-EU`, `Q4/26`, `Campaign2`, `2026-11-27`: short names in the style of people, who begin with a capital letter or a
 * year.
 */
const AS_PEOPLE_WRITE = /^(?=.{1,12}$)(?!.*_)(?:\p{Lu}|(?:19|20)\d{2}(?!\d{5}))/u;
const looksLikeId = (id: string): boolean =>
	HEXADECIMAL.test(id) || (/\d/.test(id) && !hasWord(id) && !AS_PEOPLE_WRITE.test(id));

/** No name ends in an ID of this length. */
const LONG_ID = 9;

/** Whether the mode of the locator takes names. Addresses have a mode of their own. */
const isEntered = (given: unknown): boolean => !isRecord(given) || given.mode === 'id' || given.mode === 'name';

/** @returns undefined for an empty value or a clear ID, for which no name must be searched */
export function referenceIn(field: INodeProperties, given: unknown): RecordReference | undefined {
	const value = plainId(given);
	const { displayName: label } = field;
	if (typeof value !== 'string' || value.length > LONGEST_NAME || isNothing(value) || !isEntered(given))
		return undefined;
	const written = visible(value);
	const { id, ofOther, labelled, isSaidToBeId } = bareId(written, label);
	const isNoId = /\s/.test(id) || (kindOf(field) === 'wholeId' && !/^\d+$/.test(id)) || ofOther !== undefined;
	if ([id, labelled].some(isNoName)) return undefined;
	if (kindOf(field) === 'wholeId' && /^\d+$/.test(written)) return undefined;
	if (!isNoId && (isSaidToBeId || (looksLikeId(id) && (labelled === id || id.length >= LONG_ID)))) return undefined;
	const asOneWord = [id.replace(/\s+/g, '_'), id.replace(/\s+/g, '')];
	const isFlawed =
		ofOther !== undefined ||
		asOneWord.some((word) => recordIdFault(word, label, true) !== undefined) ||
		id.split(' ').length > MOST_WORDS;
	const isDoubtful = !isNoId && !isFlawed && labelled !== id;
	return {
		label,
		names: [...new Set([written, labelled, ...(ofOther === undefined ? [id] : [])])],
		id: isNoId || isFlawed ? undefined : id,
		isDoubtful,
		isFlawed,
	};
}

/** Upper case and blanks do not change a name; punctuation does. */
const sameName = (name: string): string => visible(name.normalize('NFKC')).toLowerCase();

const listed = (records: ListedRecord[]): string =>
	firstFew(
		records.map(({ name, id }) => `"${shown(name)}" (ID ${shown(id)})`),
		', ',
	);

const written = ({ label, names: [name = ''] }: RecordReference): string => `"${label}" is "${shown(name)}"`;

/** The records that the writer may have meant. */
function alike(records: ListedRecord[], names: string[]): ListedRecord[] {
	const wanted = plainName(names.at(-1) ?? '');
	const near = records.filter((record) => {
		const has = plainName(record.name);
		return has !== '' && (has.includes(wanted) || wanted.includes(has));
	});
	return near.length > 0 || records.length > 5 ? near : records;
}

/**
 * It may be a name or an ID, and the list to decide it cannot be read.
 * @param way how to find the right ID
 */
export const leftOpen = (reference: RecordReference, way: string): ItemFailure =>
	invalidInput(
		`${written(reference)}, which may be a name or the ID ${shown(reference.id ?? '')}, and the list of names could not be read`,
		`Enter the ID alone. ${way}`.trim(),
	);

function unknownRecord(
	reference: RecordReference,
	records: ListedRecord[],
	isWhole: boolean,
	way: string,
): ItemFailure {
	const near = alike(records, reference.names);
	const hits = near.length === 0 ? '' : `; there is ${listed(near)}`;
	return invalidInput(
		`${written(reference)}, and ${isWhole ? 'none' : `none of the first ${records.length}`} has that name${reference.id === undefined ? '' : ' or ID'}${hits}`,
		`Enter the ID. ${way}`.trim(),
	);
}

/**
 * The ID of the only record that the text can mean, by name or by ID; undefined if the text stays as written.
 * @param records of the list that the field shows
 * @param isWhole true if there are no other records with these names
 * @param hasAll true if there are no other records at all, so that a text that is neither a name nor an ID in the list
 * is wrong
 * @param way how to find the right ID
 */
export function meantBy(
	reference: RecordReference,
	records: ListedRecord[],
	{ isWhole, hasAll }: { isWhole: boolean; hasAll: boolean },
	way: string,
): string | ItemFailure | undefined {
	const { names, id, isDoubtful, isFlawed } = reference;
	const wanted = new Set(names.map(sameName));
	const bearers = records.filter(({ name }) => wanted.has(sameName(name)));
	const others = records.filter((record) => record.id === id && !bearers.includes(record));
	const [meant, ...more] = [...bearers, ...others];
	if (!meant) {
		if (isDoubtful) return isWhole ? id : leftOpen(reference, way);
		const isNone = id === undefined ? !isFlawed : hasAll;
		return isNone ? unknownRecord(reference, records, isWhole, way) : undefined;
	}
	if (more.length === 0 && (isWhole || meant.id === id)) return meant.id;
	if (others.length > 0) {
		return invalidInput(
			`${written(reference)}, the ID of one record and the name of another: ${listed([...others, ...bearers])}`,
			`Enter the ID of the record that you mean, as in "ID: ${shown(id ?? '')}". ${way}`.trim(),
		);
	}
	const who = more.length === 0 ? 'and there may be others of that name' : `the name of ${bearers.length} records`;
	return invalidInput(
		`${written(reference)}, ${who}: ${listed(bearers)}`,
		`Enter the ID of the record that you mean. ${way}`.trim(),
	);
}
