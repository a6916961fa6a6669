import type { INodeProperties } from 'n8n-workflow';

import { readAreaCode } from './areaCode';
import { readAnyChoice, readChoice, readChoices } from './choice';
import { readCountry } from './country';
import { readDataJson } from './dataJson';
import { readClock, readDay, readMoment, readTimeOfDay } from './date';
import { readEmail } from './email';
import { readOwnId, readRecordId, readWholeId } from './id';
import { readFilledJson } from './json';
import { readIdList, readList, readTexts, readWholeIdList } from './list';
import {
	readBriefing,
	readInstructions,
	readMessage,
	readMessageLine,
	readMessageTemplate,
	readSpokenLine,
} from './message';
import { readMessageJson, readSettingsJson, readTaskJson } from './messageJson';
import { readNumber, readWholeNumber } from './number';
import { readPostalCode } from './postalCode';
import type { Reader } from './reading';
import { readSecret } from './secret';
import { readTelephone } from './telephone';
import { readLongText, readText } from './text';
import { readTimeZone } from './timeZone';
import { readUrl } from './url';
import { readWeekdays } from './weekday';
import { readYesNo } from './yesNo';

/** One reader for each kind of field. */
export const READERS = {
	anyChoice: readAnyChoice,
	areaCode: readAreaCode,
	briefing: readBriefing,
	choice: readChoice,
	choices: readChoices,
	clock: readClock,
	country: readCountry,
	dataJson: readDataJson,
	day: readDay,
	email: readEmail,
	id: readRecordId,
	idList: readIdList,
	instructions: readInstructions,
	json: readFilledJson,
	list: readList,
	longText: readLongText,
	message: readMessage,
	messageJson: readMessageJson,
	messageLine: readMessageLine,
	messageTemplate: readMessageTemplate,
	moment: readMoment,
	number: readNumber,
	ownId: readOwnId,
	personName: readSpokenLine,
	postalCode: readPostalCode,
	telephone: readTelephone,
	secret: readSecret,
	settingsJson: readSettingsJson,
	spokenLine: readSpokenLine,
	taskJson: readTaskJson,
	text: readText,
	texts: readTexts,
	timeOfDay: readTimeOfDay,
	timeZone: readTimeZone,
	url: readUrl,
	weekdays: readWeekdays,
	wholeId: readWholeId,
	wholeIdList: readWholeIdList,
	wholeNumber: readWholeNumber,
	yesNo: readYesNo,
} satisfies Record<string, Reader<unknown>>;

/** A kind of value for which there is a reader. */
export type ReadKind = keyof typeof READERS;

/** The kind of a field; `own` is for one that its operation reads by itself. */
export type Kind = ReadKind | 'own';

const KIND = Symbol('kind');
const NARROWS = Symbol('narrows');
const FILTERS = Symbol('filters');

/**
 * A field of a node, with facts that its n8n type cannot express. n8n does not see them, and copies of the field keep
 * them.
 */
interface Field extends INodeProperties {
	[KIND]?: Kind;
	[NARROWS]?: true;
	[FILTERS]?: string;
}

/** Sets the kind of a field, if its n8n type is not enough. */
export const ofKind = (kind: Kind, field: INodeProperties): INodeProperties =>
	Object.assign({ ...field }, { [KIND]: kind });

/**
 * For a field that limits a deletion, a cancellation or a repetition: once it is added, it must be filled in, or too
 * many records would be affected.
 */
export const narrowing = (field: INodeProperties): INodeProperties => Object.assign({ ...field }, { [NARROWS]: true });

/**
 * For a field that filters a list: if it is empty, the user is told that the list was not filtered by it.
 * @param label in that text
 */
export const filtering = (field: INodeProperties, label = field.displayName): INodeProperties =>
	Object.assign({ ...field }, { [FILTERS]: label });

/** The name of a filter; undefined for any other field. */
export const filterLabel = (field: Field): string | undefined => field[FILTERS];

/** Whether a field limits which records an operation affects. */
export const narrows = (field: Field): boolean => field[NARROWS] === true;

function kindOfText({ typeOptions = {} }: INodeProperties): Kind {
	if (typeOptions.multipleValues === true) return 'list';
	if (typeOptions.password === true) return 'secret';
	return typeOptions.rows === undefined ? 'text' : 'longText';
}

/** The kind of a field, by its definition. */
export function kindOf(field: Field): Kind {
	if (field[KIND] !== undefined) return field[KIND];
	switch (field.type) {
		case 'string':
			return kindOfText(field);
		case 'number':
			return field.typeOptions?.numberPrecision === 0 ? 'wholeNumber' : 'number';
		case 'boolean':
			return 'yesNo';
		case 'dateTime':
			return 'moment';
		case 'json':
			return 'json';
		case 'options':
			return 'choice';
		case 'multiOptions':
			return field.typeOptions?.loadOptionsMethod === undefined ? 'choices' : 'list';
		case 'resourceLocator':
			return 'id';
		default:
			return 'own';
	}
}
