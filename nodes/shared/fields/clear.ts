import type { INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../contract/failure';
import type { ItemParameters } from '../contract/operation';
import { withBody } from '../operations/prepare';
import { entriesIn } from '../operations/readers';
import type { Prepare } from '../operations/single';
import { valueAt } from '../values/json';
import { plainName } from '../values/plainName';
import { ofKind } from '../values/reading/kind';
import { shown } from '../values/shown';
import { byText } from '../values/sorting';

const LABEL = 'Clear Fields';

/** Separate for each kind of record: a choice for one kind never carries over to another. */
const clearFieldsOf = (record: string): string => `clear${record}Fields`;

/**
 * For updates: which fields to empty, without the list of choices. An empty value of a field changes nothing.
 * @param record its kind as a part of a name, such as `Lead`
 */
export const clearField = (record: string, rest: Partial<INodeProperties>): INodeProperties =>
	ofKind('list', { displayName: LABEL, name: clearFieldsOf(record), type: 'multiOptions', default: [], ...rest });

/** A field that a user may have chosen to empty. */
interface Chosen {
	name: string;
	label: string;
	isClearable: boolean;
	/** The same item sets a value for it. */
	isSet: boolean;
}

/**
 * The fields to empty.
 * @param record as `clearField` has it
 * @param find the field for a choice or a written name
 * @param where the label of the field in which values are set
 * @throws ItemFailure when a field cannot be emptied, or is set as well
 */
export function readCleared<Field extends Chosen>(
	item: ItemParameters,
	record: string,
	find: (entry: string) => Field,
	where: string,
): Field[] {
	return entriesIn(item, clearFieldsOf(record)).map((entry) => {
		const field = find(entry);
		if (field.isSet) {
			throw invalidInput(
				`"${field.label}" has a value, and Clear Fields would empty it`,
				`Take it out of ${where} or of ${LABEL}.`,
			);
		}
		if (field.isClearable) return field;
		throw invalidInput(`"${shown(field.label)}" cannot be cleared`, 'Choose fields from the list.');
	});
}

interface Clearing {
	field: INodeProperties;
	/** Must follow the function that sets the members. */
	prepare: Prepare;
}

/**
 * Clear Fields of an update whose request takes an empty text for an empty field.
 * @param record as `clearField` has it
 * @param fields texts among those of the update
 * @param where the label of the collection that holds them
 */
export function clearTexts(record: string, fields: INodeProperties[], where: string): Clearing {
	const clearable = fields.flatMap(({ name, displayName: label, routing }) => {
		const member = routing?.send?.property;
		return member === undefined ? [] : [{ name, label, member }];
	});
	const known = new Map(
		clearable.flatMap((each) =>
			[each.member, each.label, each.name].map((called) => [plainName(called), each] as const),
		),
	);
	return {
		field: clearField(record, {
			options: clearable
				.map(({ name, label }) => ({ name: label, value: name }))
				.sort((a, b) => byText(a.name, b.name)),
			description: `Fields to empty on purpose; an empty value under ${where} changes nothing`,
		}),
		prepare(apiRequest, item) {
			const find = (entry: string) => {
				const { name = entry, label = entry, member = '' } = known.get(plainName(entry)) ?? {};
				return {
					name,
					label,
					member,
					isClearable: member !== '',
					isSet: member !== '' && valueAt(apiRequest.request.body, member) !== undefined,
				};
			};
			const cleared = readCleared(item, record, find, where).map(({ member }) => [member, ''] as const);
			return cleared.length === 0 ? apiRequest : withBody(apiRequest, Object.fromEntries(cleared));
		},
	};
}
