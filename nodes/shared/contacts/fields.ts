import type { INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../contract/failure';
import type { ItemParameters } from '../contract/operation';
import { valueAt, isRecord } from '../values/json';
import { readField } from '../values/reading/field';
import { narrowing, ofKind } from '../values/reading/kind';
import { readSafeguard } from '../values/reading/option';
import { addedButEmpty } from '../values/reading/reading';
import { WEEKDAY_CHOICES, WEEKDAYS } from '../values/reading/weekday';
import { HOUR_MS, type ContactLimit } from './limit';
import { USUAL_HOURS, type OpeningHours } from './openingHours';
import { stringOf } from '../values/text';

/** How many contacts within an hour the store can tell apart. */
const MOST_CONTACTS = 20;

const HOURS_OF = new Map<unknown, number>([
	['hours', 1],
	['days', 24],
]);

/** A longer period could exceed the store in a busy node. */
const LONGEST_DAYS = 90;

/** For the Options of operations that reach a person. */
export const contactLimitOption: INodeProperties = {
	displayName: 'Contact Limit',
	name: 'contactLimit',
	type: 'fixedCollection',
	default: {},
	description:
		'How often this node may contact one person, counted over all items, runs and agents. Further contacts are not made: the item says so, and when the next one is possible. Counts from the first run with this option on.',
	options: [
		{
			displayName: 'Limit',
			name: 'limit',
			values: [
				narrowing({
					displayName: 'Contacts',
					name: 'contacts',
					type: 'number',
					typeOptions: { minValue: 1, maxValue: MOST_CONTACTS, numberPrecision: 0 },
					default: 1,
					description: 'How many contacts of one person are made at most in the period',
				}),
				narrowing({
					displayName: 'Period',
					name: 'period',
					type: 'number',
					typeOptions: { minValue: 1, numberPrecision: 0 },
					default: 1,
					description:
						'How many hours or days. Contacts are counted by the hour, so a period may last up to an hour longer.',
				}),
				narrowing({
					displayName: 'Unit',
					name: 'unit',
					type: 'options',
					options: [
						{ name: 'Hours', value: 'hours' },
						{ name: 'Days', value: 'days' },
					],
					default: 'days',
				}),
			],
		},
	],
};

const weekdaysField: INodeProperties = ofKind('weekdays', {
	displayName: 'Weekdays',
	name: 'weekdays',
	type: 'multiOptions',
	options: WEEKDAY_CHOICES,
	default: [],
	description: 'Every day when none is chosen',
});

/** For those of these operations that call or write at once. */
export const contactHoursOption: INodeProperties = {
	displayName: 'Contact Hours',
	name: 'contactHours',
	type: 'fixedCollection',
	default: {},
	description:
		'When a person may be contacted, in the time zone of the person. Outside these hours nothing is sent: the item says so, and when it is possible.',
	options: [
		{
			displayName: 'Hours',
			name: 'hours',
			values: [
				narrowing(
					ofKind('clock', {
						displayName: 'From',
						name: 'opens',
						type: 'string',
						default: '08:00',
						placeholder: 'e.g. 08:00',
					}),
				),
				ofKind('timeZone', {
					displayName: 'Time Zone Else',
					name: 'timeZoneElse',
					type: 'string',
					default: '',
					placeholder: 'e.g. America/New_York',
					description:
						'Used where the time zone is neither entered nor known from the number. When empty, such persons are refused.',
				}),
				ofKind('timeZone', {
					displayName: 'Time Zone of the Person',
					name: 'timeZone',
					type: 'string',
					default: '',
					placeholder: 'e.g. ={{ $json.timezone }}',
					description:
						'When empty, it is guessed from the telephone number: by the area code, or for a mobile by its country. If the number may be in several zones, the hours must fit all of them, so a field of your data is better.',
				}),
				narrowing(
					ofKind('clock', {
						displayName: 'To',
						name: 'closes',
						type: 'string',
						default: '21:00',
						placeholder: 'e.g. 21:00',
					}),
				),
				weekdaysField,
			],
		},
	],
};

/** For the same operations. */
export const oneThroughOption: INodeProperties = {
	displayName: 'Refuse Persons Reached Twice',
	name: 'oneThrough',
	type: 'boolean',
	default: false,
	description:
		'Whether to refuse an item if an earlier item of the run adds the same person to another campaign, agent or case. Otherwise its result has a notice.',
};

/** For operations that call or write at once. */
export const contactOptions: INodeProperties[] = [contactHoursOption, contactLimitOption, oneThroughOption];

/** Which clock decides: one from a field of the item, otherwise that of the telephone number. */
export interface ContactHours extends OpeningHours {
	timeZone?: string;
	/** The zone if the number names none. */
	timeZoneElse?: string;
}

/** The user's rules for contacts. */
export interface ContactRules {
	limit?: ContactLimit;
	hours?: ContactHours;
	/** Refuse a person who is contacted for several campaigns, agents or cases. */
	oneThrough: boolean;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * The only row of an option; undefined when it was not added.
 * @throws ItemFailure for an option that was added and left empty: without it, more people would be contacted than the
 * user wants
 */
function rowOf(item: ItemParameters, option: INodeProperties, group: string): Record<string, unknown> | undefined {
	const path = `options.${option.name}`;
	const given = item.parameter(path, '');
	if (given === '' && !item.isExpression(path)) return undefined;
	const value = readField(option, given, { timeZone: item.timeZone, unfiltered: () => {} });
	const rows = valueAt(value, group);
	const [row]: unknown[] = Array.isArray(rows) ? rows : [];
	if (isRecord(row)) return row;
	throw addedButEmpty(option, 'people would be contacted at any time and any number of times');
}

function limitOf(item: ItemParameters): ContactLimit | undefined {
	const row = rowOf(item, contactLimitOption, 'limit');
	if (!row) return undefined;
	const { contacts = 1, period = 1, unit = 'days' } = row;
	const hours = Number(period) * (HOURS_OF.get(unit) ?? 1);
	if (hours > LONGEST_DAYS * 24) {
		throw invalidInput(
			`"Contact Limit" has a period of ${stringOf(period)} ${stringOf(unit)}, longer than n8n remembers`,
			`Enter ${LONGEST_DAYS} days at most.`,
		);
	}
	return { most: Number(contacts), periodMs: hours * HOUR_MS };
}

function hoursOf(item: ItemParameters): ContactHours | undefined {
	const row = rowOf(item, contactHoursOption, 'hours');
	if (!row) return undefined;
	const { opens = USUAL_HOURS.from, closes = USUAL_HOURS.to, weekdays = WEEKDAYS } = row;
	if (
		row.weekdays === undefined &&
		item.isExpression(`options.${contactHoursOption.name}.hours.${weekdaysField.name}`)
	) {
		throw addedButEmpty(weekdaysField, 'people would be contacted on every day');
	}
	const [first, last] = [stringOf(opens), stringOf(closes)];
	if (first >= last) {
		throw invalidInput(
			`"Contact Hours" are from ${first} to ${last}, but the end must be after the start`,
			'Enter the earlier time under From. Hours cannot pass midnight.',
		);
	}
	const days = Array.isArray(weekdays) ? weekdays : [];
	return {
		from: first,
		to: last,
		weekdays: days.map((day) => WEEKDAYS.indexOf(String(day)) + 1),
		timeZone: text(row.timeZone),
		timeZoneElse: text(row.timeZoneElse),
	};
}

/** @throws ItemFailure naming the option that is not valid */
export const readContactRules = (item: ItemParameters): ContactRules => ({
	limit: limitOf(item),
	hours: hoursOf(item),
	oneThrough: readSafeguard(item, oneThroughOption),
});
