import type { INodeProperties } from 'n8n-workflow';

import { optionalLocator } from '../shared/fields/locator';
import { sentAs } from '../shared/fields/sent';
import { agentLocator, leadLocator, workspaceLocator } from './locators';

type Place = 'body' | 'query';

/** A text that travels under the vendor's name for it. */
export const textField = (
	place: Place,
	property: string,
	field: Pick<INodeProperties, 'displayName' | 'name'> & Partial<INodeProperties>,
): INodeProperties => sentAs(place, property, { type: 'string', default: '', ...field });

export const agentIn = (place: Place): INodeProperties => sentAs(place, 'agent_id', optionalLocator(agentLocator));

export const leadIn = (place: Place): INodeProperties => sentAs(place, 'lead_id', optionalLocator(leadLocator));

/** Only a key that reaches several businesses needs it (apis/kaicalls.md C10). */
export const workspaceIn = (place: Place): INodeProperties =>
	sentAs(place, 'business_id', optionalLocator(workspaceLocator));
