import { filters } from '../../../shared/fields/collection';
import { optionalLocator } from '../../../shared/fields/locator';
import type { OperationDescription } from '../../../shared/fields/resource';
import { sentAs } from '../../../shared/fields/sent';
import { createdFilters } from '../../fields';
import { conversationLocator } from '../../locators';
import { messagePages } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kaicalls.md#sms. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many SMS messages',
		description: 'List the sent and received texts',
		routing: routing.getMany('/sms/messages', { scope: 'sms:read', page: messagePages, created: 'created_at' }),
	},
	tool: {
		text: 'Lists sent and received texts. Texts nobody.',
		arguments: {
			'filters.conversationId': 'From SMS Conversation > Get Many, or empty',
			'filters.createdAfter': 'Day or time, such as 2026-03-01, or empty',
		},
	},
	fields: [
		filters([
			...createdFilters,
			sentAs('query', 'conversation_id', optionalLocator(conversationLocator)),
			sentAs('query', 'direction', {
				displayName: 'Direction',
				name: 'direction',
				type: 'options',
				options: [
					{ name: 'Inbound', value: 'inbound' },
					{ name: 'Outbound', value: 'outbound' },
				],
				default: 'inbound',
				description: 'Whether a person or an agent wrote it',
			}),
		]),
	],
};
