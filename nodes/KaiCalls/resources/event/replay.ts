import type { INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../../../shared/contract/failure';
import type { OperationDescription } from '../../../shared/fields/resource';
import { isRecord } from '../../../shared/values/json';
import { withBody } from '../../../shared/operations/prepare';
import { entriesIn } from '../../../shared/operations/readers';
import type { Prepare } from '../../../shared/operations/single';
import { narrowing, ofKind } from '../../../shared/values/reading/kind';
import { workspaceIn } from '../../fields';
import { routing } from '../../vendor';
import { collection } from '../../../shared/fields/collection';

const BY_ID = 'id';
const BY_FILTER = 'filter';

/** Members of the filter whose names differ from their fields. */
const MATCH = new Map([
	['eventType', 'event_type'],
	['objectId', 'object_id'],
]);

/** Refuses an empty filter: it would replay all events. */
const wantedEvents: Prepare = (apiRequest, item) => {
	if (item.parameter('replayBy', BY_ID) === BY_ID) {
		const [first, ...others] = entriesIn(item, 'eventIds');
		if (first === undefined) throw invalidInput('"Event IDs" is empty', 'Enter at least one event ID.');
		return withBody(apiRequest, others.length === 0 ? { event_id: first } : { event_ids: [first, ...others] });
	}
	const fields = item.parameter('match', {});
	const described = Object.entries(isRecord(fields) ? fields : {});
	if (described.length === 0) throw invalidInput('"Match" is empty', 'Add at least one field under "Match".');
	return withBody(apiRequest, {
		filter: Object.fromEntries(described.map(([name, value]) => [MATCH.get(name) ?? name, value])),
	});
};

const matchField = (displayName: string, name: string, placeholder: string): INodeProperties =>
	narrowing({ displayName, name, type: 'string', default: '', placeholder });

/** See docs/vendors/kaicalls.md#events. */
export const replay: OperationDescription = {
	option: {
		name: 'Replay',
		value: 'replay',
		action: 'Replay events to webhooks',
		description: 'Deliver past events to your webhooks again',
		routing: routing.post('/events/replay', {
			scope: 'events:replay',
			lookUp: 'Check the deliveries with Event Delivery > Get Many.',
			prepare: [wantedEvents],
		}),
	},
	notice: 'Every workflow for these events runs again, and may contact people again.',
	tool: {
		text: 'Sends past events to webhooks again: every workflow for them runs again, with all its calls and messages to real people.',
		arguments: {
			eventIds: 'Event IDs, from Event > Get Many, separated by commas',
		},
	},
	fields: [
		{
			displayName: 'Replay By',
			name: 'replayBy',
			type: 'options',
			options: [
				{ name: 'Filter', value: BY_FILTER, description: 'All events that match' },
				{ name: 'ID', value: BY_ID, description: 'Events by ID' },
			],
			default: BY_ID,
		},
		ofKind('idList', {
			displayName: 'Event IDs',
			name: 'eventIds',
			type: 'string',
			required: true,
			default: '',
			description: 'One or more IDs from Event > Get Many, separated by commas',
			displayOptions: { show: { replayBy: [BY_ID] } },
		}),
		{
			...collection(
				'Match',
				'match',
				'Add field',
			)([
				matchField('Event Type', 'eventType', 'e.g. call.completed'),
				ofKind('id', matchField('Object ID', 'objectId', 'e.g. 7d3f0c1e-4a5b-4c6d-8e9f-0a1b2c3d4e5f')),
				matchField('Status', 'status', 'e.g. failed'),
			]),
			displayOptions: { show: { replayBy: [BY_FILTER] } },
		},
		narrowing(workspaceIn('body')),
	],
};
