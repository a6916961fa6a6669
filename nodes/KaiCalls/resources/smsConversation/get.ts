import type { OperationDescription } from '../../../shared/fields/resource';
import { idInQuery } from '../../../shared/operations/prepare';
import { conversationLocator } from '../../locators';
import { routing } from '../../vendor';

/** See docs/vendors/kaicalls.md#sms. */
export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get an SMS conversation',
		description: 'Read the texts between one person and an agent',
		routing: routing.get('/sms/conversations', { scope: 'sms:read', prepare: [idInQuery('conversationId')] }),
	},
	tool: { text: 'Reads the texts between one person and an agent. Texts nobody.' },
	fields: [conversationLocator],
};
