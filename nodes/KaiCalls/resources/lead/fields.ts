import type { INodeProperties } from 'n8n-workflow';

import { ofKind } from '../../../shared/values/reading/kind';
import { textField } from '../../fields';

const field = (displayName: string, name: string, property: string, rest: Partial<INodeProperties> = {}) =>
	textField('body', property, { displayName, name, ...rest });

/** Fields for reaching a lead. */
export const contactFields: INodeProperties[] = [
	ofKind('personName', field('Name', 'name', 'name', { placeholder: 'e.g. Dana Reyes' })),
	ofKind(
		'telephone',
		field('Phone Number', 'phone', 'phone', {
			placeholder: 'e.g. +12025550123',
			description: 'With country code, unless Default Country is set under Options',
		}),
	),
	ofKind('email', field('Email', 'email', 'email', { placeholder: 'e.g. dana@example.com' })),
];

/** Fields that Create and Update share (docs/vendors/kaicalls.md#leads). */
export const leadFields: INodeProperties[] = [
	field('Address', 'address', 'address'),
	field('City', 'city', 'city'),
	ofKind('personName', field('First Name', 'firstName', 'first_name')),
	ofKind('personName', field('Last Name', 'lastName', 'last_name')),
	field('Notes', 'notes', 'notes', { typeOptions: { rows: 3 } }),
	field('Source', 'source', 'source', { placeholder: 'e.g. web_form', description: 'Where the lead came from' }),
	field('State', 'state', 'state'),
	field('Status', 'status', 'status', { placeholder: 'e.g. contacted', description: 'Stage in your pipeline' }),
	ofKind('postalCode', field('ZIP', 'zip', 'zip', { placeholder: 'e.g. 02134' })),
];

/** Fields of new leads only (docs/vendors/kaicalls.md#leads). */
export const originFields: INodeProperties[] = [
	ofKind(
		'day',
		field('Event Date', 'eventDate', 'event_date', {
			type: 'dateTime',
			description: 'Date of the event that the lead asks about',
		}),
	),
	field('Event Type', 'eventType', 'event_type', {
		placeholder: 'e.g. car accident',
		description: 'Kind of event that the lead asks about',
	}),
	field('Message', 'message', 'message', { typeOptions: { rows: 3 }, description: 'What the lead wrote' }),
	field('Source Page', 'sourcePage', 'source_page', { description: 'Name of the page that the lead filled in' }),
	ofKind(
		'url',
		field('Source URL', 'sourceUrl', 'source_url', { description: 'Address of the page that the lead filled in' }),
	),
	ofKind('timeZone', field('Timezone', 'timezone', 'timezone', { placeholder: 'e.g. America/New_York' })),
];
