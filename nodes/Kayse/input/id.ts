import type { INodeProperties } from 'n8n-workflow';

import { ofKind } from '../../shared/values/reading/kind';

/** The field for the numeric ID of a record; Kayse has no list to choose from. */
export const idField = (displayName: string, name: string, example: string): INodeProperties =>
	ofKind('wholeId', {
		displayName,
		name,
		type: 'string',
		default: '',
		required: true,
		placeholder: `e.g. ${example}`,
		description: 'From the result of Create, or Create or Update. Kayse has no list of IDs.',
	});
