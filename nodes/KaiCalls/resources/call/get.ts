import { simplifyField } from '../../../shared/fields/list';
import type { OperationDescription } from '../../../shared/fields/resource';
import { idInQuery } from '../../../shared/operations/prepare';
import { callLocator } from '../../locators';
import { routing } from '../../vendor';
import { simplifyCall } from './simplify';

/** [seed 004] */
export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a call',
		description: 'Read what became of a call: status, duration, summary, recording',
		routing: routing.get('/calls', { scope: 'calls:read', prepare: [idInQuery('callId')], simplify: simplifyCall }),
	},
	fields: [callLocator, simplifyField()],
};
