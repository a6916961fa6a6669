import type { INodeProperties } from 'n8n-workflow';

import { optionalLocator } from '../../shared/fields/locator';
import { momentFilter, sentAs } from '../../shared/fields/sent';
import { ofKind } from '../../shared/values/reading/kind';
import { rangeStart } from '../../shared/values/reading/range';
import { agentLocator } from '../locators';

type Text = Pick<INodeProperties, 'displayName' | 'name'> & Partial<INodeProperties>;

/** A text field, sent under the vendor’s name for it. */
export const textIn = (place: 'body' | 'query', property: string, field: Text): INodeProperties =>
	sentAs(place, property, { type: 'string', default: '', ...field });

/** The name of a record. */
export const nameField = (field: Partial<INodeProperties> = {}): INodeProperties =>
	ofKind('spokenLine', textIn('body', 'name', { displayName: 'Name', name: 'name', ...field }));

/** A list of keys, with one input for each. */
export const keysField = (field: Text, multipleValueButtonText: string): INodeProperties =>
	ofKind('idList', {
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText },
		default: [],
		...field,
	});

/** KAIRO shows three members of one body (docs/vendors/kairo.md#agents), so the user can add others. */
export const additionalBodyField: INodeProperties = {
	displayName: 'More Settings (JSON)',
	name: 'additionalBody',
	type: 'json',
	typeOptions: { rows: 4 },
	default: '{}',
	description: 'More members of the request body, as a JSON object. They replace those of the fields.',
};

/** The same for operations whose texts an agent follows. */
export const additionalTextsField: INodeProperties = ofKind('messageJson', additionalBodyField);

/** Start and end of the period of a list or of metrics. */
export const periodFields: INodeProperties[] = [
	rangeStart(
		'to',
		momentFilter('from', { displayName: 'From', name: 'from', description: 'Only entries since this time' }),
	),
	momentFilter('to', { displayName: 'To', name: 'to', description: 'Only entries up to this time' }),
];

/** Limits a list or metrics to one agent. */
export const agentFilter: INodeProperties = {
	...sentAs('query', 'agent_id', optionalLocator(agentLocator)),
	description: 'Only entries of this agent',
};
