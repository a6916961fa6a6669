import { simplifyField } from '../../../shared/fields/list';
import type { OperationDescription } from '../../../shared/fields/resource';
import { idInQuery } from '../../../shared/operations/prepare';
import { rowsOf } from '../../../shared/values/rows';
import { endedCall } from '../../ending/ending';
import { callLocator } from '../../locators';
import { routing } from '../../vendor';
import { simplifyCall } from './simplify';

/** See docs/vendors/kaicalls.md#calls. */
export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a call',
		description: 'Read the outcome, reason, duration, summary and recording of a call',
		routing: routing.get('/calls', {
			scope: 'calls:read',
			prepare: [idInQuery('callId')],
			read: (body) => rowsOf(body).map((call) => endedCall(call)),
			simplify: simplifyCall,
		}),
	},
	tool: { text: 'Reads the outcome, duration and summary of one call. Calls nobody.' },
	fields: [callLocator, simplifyField()],
};
