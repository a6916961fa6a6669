import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { AUTO_MAP, DATA_MODE, DEFINE_BELOW, type RowMember } from '../../../shared/fields/row';
import { profileUrl } from '../../linkedin';

/** Docs page prospects/add-batch. */
const MAX_CUSTOM_DATA = 3000;

/** What spreadsheets and other nodes hand over for a text: numbers and objects are fine. */
const text = z.preprocess(
	(value) => {
		if (typeof value === 'number' || typeof value === 'boolean') return String(value);
		return typeof value === 'object' ? JSON.stringify(value) : value;
	},
	z.string({ required_error: 'is missing' }).trim().min(1, 'is empty'),
);

const yesNo = z.preprocess(
	(value) => (typeof value === 'string' ? { true: true, false: false }[value.trim().toLowerCase()] : value),
	z.boolean({ invalid_type_error: 'must be true or false', required_error: 'must be true or false' }),
);

/** A row of `POST /prospects`, `/prospects/batch` and `/prospects/batch/round-robin`. */
export const prospectRow = z.object({
	name: text,
	url: profileUrl,
	ongoing: yesNo.optional(),
	customData: text
		.refine((data) => data.length <= MAX_CUSTOM_DATA, (data) => ({
			message: `has ${data.length} characters, but Kakiyo takes at most ${MAX_CUSTOM_DATA}`,
		}))
		.optional(),
});

export type ProspectRow = z.infer<typeof prospectRow>;

export const PROSPECT_MEMBERS: RowMember[] = [
	{ name: 'name', label: 'Name', required: true },
	{ name: 'url', label: 'LinkedIn Profile URL', required: true },
	{ name: 'customData', label: 'Custom Data', required: false },
	{ name: 'ongoing', label: 'Ongoing', required: false },
];

const showDefined = { show: { [DATA_MODE]: [DEFINE_BELOW] } };

/** Where the rows come from, and their fields in Define Below. */
export const prospectFields: INodeProperties[] = [
	{
		displayName: 'Data Mode',
		name: DATA_MODE,
		type: 'options',
		noDataExpression: true,
		default: AUTO_MAP,
		options: [
			{
				name: 'Map Automatically',
				value: AUTO_MAP,
				description: 'Take the fields name, URL, customData and ongoing from each input item',
			},
			{
				name: 'Define Below',
				value: DEFINE_BELOW,
				description: 'Set the fields here, the same way for every input item',
			},
		],
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Jane Doe',
		description: 'Full name of the person',
		displayOptions: showDefined,
	},
	{
		displayName: 'LinkedIn Profile URL',
		name: 'url',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://www.linkedin.com/in/jane-doe',
		description: 'Public address of the person',
		displayOptions: showDefined,
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		displayOptions: showDefined,
		options: [
			{
				displayName: 'Custom Data',
				name: 'customData',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				description: 'What the agent should know about this person, up to 3,000 characters; prompts use it as {{customData}}',
			},
			{
				displayName: 'Ongoing',
				name: 'ongoing',
				type: 'boolean',
				default: false,
				description: 'Whether a conversation with this person is already going on',
			},
		],
	},
];
