import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { sentAs } from '../../../shared/fields/sent';
import { ofKind } from '../../../shared/values/reading/kind';
import { textField } from '../../fields';
import { availableNumberPages, numberRow } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kaicalls.md#phone-numbers. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many available phone numbers',
		description: 'Find numbers to assign to an agent. KaiCalls returns at most 100.',
		routing: routing.getMany('/phone-numbers/available', {
			scope: 'numbers:read',
			page: availableNumberPages,
			read: numberRow,
		}),
	},
	tool: {
		text: 'Lists phone numbers to assign to an agent. Assigns and buys nothing.',
		arguments: {
			'filters.areaCode': 'Area code, such as 415, or empty',
			'filters.country': 'Country, such as US, or empty',
		},
	},
	fields: [
		filters([
			ofKind(
				'areaCode',
				textField('query', 'area_code', { displayName: 'Area Code', name: 'areaCode', placeholder: 'e.g. 202' }),
			),
			sentAs('query', 'capability', {
				displayName: 'Capability',
				name: 'capability',
				type: 'options',
				options: [
					{ name: 'SMS', value: 'sms' },
					{ name: 'Voice', value: 'voice' },
				],
				default: 'voice',
				description: 'What you need the number for',
			}),
			ofKind(
				'country',
				textField('query', 'country', {
					displayName: 'Country',
					name: 'country',
					placeholder: 'e.g. US',
					description: 'Two-letter code or name',
				}),
			),
		]),
	],
};
