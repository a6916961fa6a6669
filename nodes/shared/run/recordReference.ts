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

/** What a model has written to say which record it means. */
export interface RecordReference {
	/** What the field is called in the panel. */
	label: string;
	/** What the record may be called, as it was written and without what is around it. */
	names: string[];
	/** The ID that it may be; undefined where it can be none. */
	id: string | undefined;
	/** It is an ID only where no record is called so: `Campaign 2`. */
	isDoubtful: boolean;
	/** No name that a person would give: the reader of IDs says what it is, where no record has it. */
	isFlawed: boolean;
}

/** A record of the list that a field is chosen from. */
export interface ListedRecord {
	name: string;
	id: string;
}

/** IDs are counted or drawn by lot: a word in one may be a name, unless it says of what it is the ID. */
const HEXADECIMAL = /^[\da-f-]{16,}$/i;
const hasWord = (id: string): boolean =>
	(id.match(/\p{L}{4,}/gu) ?? []).some((word) => kindsIn(word).size === 0 && !isIdWord(word));

/** `Q3-EU`, `Q4/26`, `Campaign2`, `2026-11-27`: short, and as people write, who begin with a capital or a year. */
const AS_PEOPLE_WRITE = /^(?=.{1,12}$)(?!.*_)(?:\p{Lu}|(?:19|20)\d{2}(?!\d{5}))/u;
const looksLikeId = (id: string): boolean =>
	HEXADECIMAL.test(id) || (/\d/.test(id) && !hasWord(id) && !AS_PEOPLE_WRITE.test(id));

/** No name ends in an ID of this length. */
const LONG_ID = 9;

/** Whether a locator is left to a way of entering that takes names; an address is taken by another. */
const isEntered = (given: unknown): boolean => !isRecord(given) || given.mode === 'id' || given.mode === 'name';

/** @returns undefined of what says nothing, or plainly is an ID, so that there is no name to look for */
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

/** Capitals and blanks make no other name; signs do. */
const sameName = (name: string): string => visible(name.normalize('NFKC')).toLowerCase();

const listed = (records: ListedRecord[]): string =>
	firstFew(
		records.map(({ name, id }) => `"${shown(name)}" (ID ${shown(id)})`),
		', ',
	);

const written = ({ label, names: [name = ''] }: RecordReference): string => `"${label}" is "${shown(name)}"`;

/** Those that the writer may have meant. */
function alike(records: ListedRecord[], names: string[]): ListedRecord[] {
	const wanted = plainName(names.at(-1) ?? '');
	const near = records.filter((record) => {
		const has = plainName(record.name);
		return has !== '' && (has.includes(wanted) || wanted.includes(has));
	});
	return near.length > 0 || records.length > 5 ? near : records;
}

/** It may be a name or an ID, and which one cannot be looked up. @param way to the right ID */
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
 * The ID of the only record that can be meant, by its name or by its ID; undefined where what was written stands.
 * @param records of the list that the field is chosen from
 * @param isWhole there are no others of these names
 * @param hasAll there are no others at all, so that what is neither a name nor an ID of them is none
 * @param way to the right ID
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
