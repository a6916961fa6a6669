import type { OperationDescription } from '../../../shared/fields/resource';
import { wholeRows } from '../../pages';
import { routing } from '../../vendor';

/** [seed 001] */
export const getEvents: OperationDescription = {
	option: {
		name: 'Get Events',
		value: 'getEvents',
		action: 'Get the events of webhooks',
		description: 'List the names of all events that a webhook can report',
		routing: routing.get('/webhooks/events', { tier: 'high', read: wholeRows }),
	},
	fields: [],
};
