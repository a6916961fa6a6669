import type { INodeProperties } from 'n8n-workflow';

import { shownFor, type Show } from './displayed';
import { leftToModel } from './leftToModel';
import { apartInTool } from './tool';

const limitField: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
};

const HOW_MANY = leftToModel(limitField, { text: 'How many at most, such as 20', default: 50 });

/** Return All and Limit, shown under these conditions. */
export const listFields = (show: Show): INodeProperties[] =>
	shownFor(show, [
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		},
		...apartInTool({ ...limitField, displayOptions: { show: { returnAll: [false] } } }, HOW_MANY),
	]);

/**
 * Simplify, for the operations whose rows have more than ten members.
 * @param show may be left out among the fields of one operation
 */
export const simplifyField = (show: { resource?: string[]; operation?: string[] } = {}): INodeProperties => ({
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
	displayOptions: { show },
});
