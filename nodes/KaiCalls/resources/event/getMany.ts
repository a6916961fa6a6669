import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { momentFilter } from '../../../shared/fields/sent';
import { ofKind } from '../../../shared/values/reading/kind';
import { rangeStart } from '../../../shared/values/reading/range';
import { textField, workspaceIn } from '../../fields';
import { eventPages } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kaicalls.md#events. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many events',
		description: 'List the events of your businesses, such as ended calls',
		routing: routing.getMany('/events', {
			scope: 'events:read',
			page: eventPages,
		}),
	},
	tool: {
		text: 'Lists the events of the account, such as ended calls. Changes nothing.',
		arguments: {
			'filters.eventType': 'Such as call.completed, or empty',
			'filters.from': 'Day or time, such as 2026-03-01, or empty',
		},
	},
	fields: [
		filters([
			ofKind('id', textField('query', 'event_id', { displayName: 'Event ID', name: 'eventId' })),
			textField('query', 'event_type', {
				displayName: 'Event Type',
				name: 'eventType',
				placeholder: 'e.g. call.completed',
			}),
			rangeStart(
				'to',
				momentFilter('from', { displayName: 'From', name: 'from', description: 'Events since this time' }),
			),
			ofKind(
				'id',
				textField('query', 'object_id', {
					displayName: 'Object ID',
					name: 'objectId',
					description: 'ID of the call or lead of the event',
				}),
			),
			textField('query', 'object_type', { displayName: 'Object Type', name: 'objectType', placeholder: 'e.g. call' }),
			textField('query', 'status', { displayName: 'Status', name: 'status' }),
			momentFilter('to', { displayName: 'To', name: 'to', description: 'Events up to this time' }),
			workspaceIn('query'),
		]),
	],
};
