import type { INodeProperties } from 'n8n-workflow';

import { optionalLocator } from '../shared/fields/locator';
import { sentAs } from '../shared/fields/sent';
import { rangeStart } from '../shared/values/reading/range';
import { agentLocator, leadLocator, workspaceLocator } from './locators';

type Place = 'body' | 'query';

/** A text field that is sent under the vendor's name for it. */
export const textField = (
	place: Place,
	property: string,
	field: Pick<INodeProperties, 'displayName' | 'name'> & Partial<INodeProperties>,
): INodeProperties => sentAs(place, property, { type: 'string', default: '', ...field });

/** The optional field for an agent, sent as `agent_id`. */
export const agentIn = (place: Place): INodeProperties => sentAs(place, 'agent_id', optionalLocator(agentLocator));

const createdFilter = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
	description: `${description}. KaiCalls has no such filter, so the node reads the list from the newest row back.`,
});

/** Time filters for a list whose API has none. */
export const createdFilters: INodeProperties[] = [
	rangeStart('createdBefore', createdFilter('Created After', 'createdAfter', 'Only rows of this time or later')),
	createdFilter('Created Before', 'createdBefore', 'Only rows of an earlier time'),
];

/** The optional field for a lead, sent as `lead_id`. */
export const leadIn = (place: Place): INodeProperties => sentAs(place, 'lead_id', optionalLocator(leadLocator));

/** The optional field for a business. Only a key with access to several businesses needs it (docs/vendors/kaicalls.md#c10). */
export const workspaceIn = (place: Place): INodeProperties =>
	sentAs(place, 'business_id', optionalLocator(workspaceLocator));
