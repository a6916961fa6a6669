import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { contactLimitOption, oneThroughOption } from '../../../shared/contacts/fields';
import { invalidInput } from '../../../shared/contract/failure';
import { sendUnfilledOption } from '../../../shared/fields/options';
import { rowFields, type RowKind } from '../../../shared/fields/row';
import { valueAt, isRecord } from '../../../shared/values/json';
import { ofKind } from '../../../shared/values/reading/kind';
import { isPlaceholderName } from '../../../shared/values/placeholderName';
import { readSpokenLine } from '../../../shared/values/reading/message';
import { isNothing } from '../../../shared/values/reading/nothing';
import type { Reader } from '../../../shared/values/reading/reading';
import { readYesNo } from '../../../shared/values/reading/yesNo';
import { shown } from '../../../shared/values/shown';
import { peopleColumns } from '../../input/columns';
import { profilesMeant, profileUrl, readProfiles } from '../../profiles/address';
import { profileUrlField } from '../fields';
import { fitsCustomData, readCustomData, tooLong } from './customData';
import { additionalFields } from '../../../shared/fields/collection';

interface LegacyField {
	fieldName: string;
	fieldValue: string;
}

/**
 * The form before `customData` (docs/vendors/kakiyo.md#c7): a list of name and value, from the vendor's own node or from the fixed
 * collection below. Any other value of this name is an unrelated field of the input item.
 * @returns undefined if empty, so that nothing is sent
 */
const readLegacyFields: Reader<LegacyField[] | undefined> = (value, reading) => {
	const entries: unknown[] = isRecord(value) ? Object.values(value).flat() : Array.isArray(value) ? value : [];
	const filled = entries.flatMap((entry, place) => {
		const [name, given] = [valueAt(entry, 'fieldName'), valueAt(entry, 'fieldValue')];
		if (typeof name !== 'string' || isNothing(given)) return [];
		const label = `${reading.label}, ${isNothing(name) ? `field ${place + 1}` : shown(name)}`;
		if (isNothing(name))
			throw invalidInput(`"${label}" has a value without a name`, 'Enter a name, or remove the value.');
		const text = readSpokenLine(typeof given === 'boolean' ? String(given) : given, { ...reading, label });
		return [{ fieldName: readSpokenLine(name, reading), fieldValue: text }];
	});
	return filled.length > 0 ? filled : undefined;
};

/** A row of `POST /prospects`, `/prospects/batch` and `/prospects/batch/round-robin`. */
const prospectRow = z.object({
	name: z.string({ required_error: 'is missing' }),
	url: profileUrl,
	ongoing: z.boolean().optional(),
	customData: z
		.string()
		.refine(fitsCustomData, (data) => ({ message: tooLong(data) }))
		.optional(),
	additionalFields: z.custom<LegacyField[] | undefined>(),
});

export type ProspectRow = z.infer<typeof prospectRow>;

/** A person of Add and Spread Over Campaigns. */
export const prospects: RowKind<ProspectRow> = {
	members: [
		{ name: 'name', label: 'Name', required: true, isNone: isPlaceholderName, read: readSpokenLine },
		{ name: 'url', label: 'LinkedIn Profile URL', required: true, meaning: profilesMeant, read: readProfiles },
		{ name: 'customData', label: 'Custom Data', required: false, shown: true, read: readCustomData },
		{ name: 'ongoing', label: 'Already in Conversation', required: false, type: 'boolean', read: readYesNo },
		// Name and value pairs for old prompts: only from input items and from earlier node versions.
		{
			name: 'additionalFields',
			label: 'Variables for Old Prompts',
			required: false,
			offered: false,
			read: readLegacyFields,
		},
	],
	known: peopleColumns,
	schema: prospectRow,
};

/** The agent's own working hours decide when it invites a person. */
export const prospectOptions: INodeProperties[] = [contactLimitOption, oneThroughOption, sendUnfilledOption];

const PROSPECT_COLUMNS =
	'Reads the columns "name" and "url" in any spelling, or the columns of common exports, such as "Full Name" and "LinkedIn URL".';

/** The mapped fields of a person. */
export const prospectFields: INodeProperties[] = rowFields('prospectFields', PROSPECT_COLUMNS, [
	ofKind('personName', {
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Jane Doe',
		description: 'Full name of the person',
	}),
	profileUrlField,
	additionalFields([
		ofKind('own', {
			displayName: 'Custom Data',
			name: 'customData',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			description:
				'What the agent should know about this person, up to 3,000 characters. Prompts use it as {{customData}}.',
		}),
		{
			displayName: 'Variables for Old Prompts',
			name: 'additionalFields',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add field',
			default: {},
			description: 'Name and value pairs for prompts from before June 2026. Newer prompts read Custom Data instead.',
			options: [
				{
					displayName: 'Field',
					name: 'field',
					values: [
						{
							displayName: 'Name',
							name: 'fieldName',
							type: 'string',
							default: '',
							placeholder: 'e.g. industry',
						},
						{
							displayName: 'Value',
							name: 'fieldValue',
							type: 'string',
							default: '',
							placeholder: 'e.g. SaaS',
						},
					],
				},
			],
		},
		{
			displayName: 'Already in Conversation',
			name: 'ongoing',
			type: 'boolean',
			default: false,
			description: 'Whether a conversation with this person has already started',
		},
	]),
]);
