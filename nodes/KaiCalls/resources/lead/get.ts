import { simplifyField } from '../../../shared/fields/list';
import type { OperationDescription } from '../../../shared/fields/resource';
import { idInQuery } from '../../../shared/operations/prepare';
import { leadLocator } from '../../locators';
import { routing } from '../../vendor';
import { simplifyLead } from './simplify';

/** See docs/vendors/kaicalls.md#leads. */
export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a lead',
		description: 'Read the contact data, status and score of one person',
		routing: routing.get('/leads', { scope: 'leads:read', prepare: [idInQuery('leadId')], simplify: simplifyLead }),
	},
	tool: { text: 'Reads contact data, status and score of one lead. Changes nothing.' },
	fields: [leadLocator, simplifyField()],
};
