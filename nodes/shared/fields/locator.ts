import type { INodeProperties } from 'n8n-workflow';

interface Locator {
	displayName: string;
	name: string;
	description?: string;
	/** Name of the node's `listSearch` method. */
	searchListMethod: string;
	/** Placeholder of By ID, without the "e.g. ". */
	example: string;
}

/** An id, chosen from a searchable list or entered. */
export const locator = ({ displayName, name, description, searchListMethod, example }: Locator): INodeProperties => ({
	displayName,
	name,
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	...(description !== undefined && { description }),
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod, searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: `e.g. ${example}` },
	],
});
