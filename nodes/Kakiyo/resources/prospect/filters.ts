import type { INodeProperties } from 'n8n-workflow';

import type { Query } from '../../../shared/paging/page';
import { ofKind } from '../../../shared/values/reading/kind';

const REPLIED_OR_LATER = 'repliedOrLater';

/** What a conversation becomes once the person has replied, in the order in which it does: who goes on meanwhile is met again. */
const AFTER_A_REPLY = [4, 5, 6];

/** The API lists the conversations of one status. */
export const listsByStatus = (query: Query): Query[] =>
	query.status === REPLIED_OR_LATER ? AFTER_A_REPLY.map((status) => ({ ...query, status })) : [query];

/**
 * Filters that the list of a campaign and the search share. The status codes are those of the list page, the newer
 * of two tables (docs/vendors/kakiyo.md#c8); any other code can be given by an expression.
 */
export const stateFilters: INodeProperties[] = [
	{
		displayName: 'Has Messages',
		name: 'hasResponded',
		type: 'boolean',
		default: true,
		description: 'Whether the conversation has messages; for replies use the status Replied',
		routing: { send: { type: 'query', property: 'hasResponded' } },
	},
	{
		displayName: 'Paused',
		name: 'isPaused',
		type: 'boolean',
		default: true,
		description: 'Whether the conversation is paused',
		routing: { send: { type: 'query', property: 'isPaused' } },
	},
	ofKind('anyChoice', {
		displayName: 'Status',
		name: 'status',
		type: 'options',
		default: 4,
		options: [
			{ name: 'Contacted (3)', value: 3 },
			{ name: 'Invitation Accepted (2)', value: 2 },
			{ name: 'Invitation Sent (1)', value: 1 },
			{ name: 'Invite Cooldown (505)', value: 505 },
			{ name: 'Invites Disabled (502)', value: 502 },
			{ name: 'No Longer in Network (504)', value: 504 },
			{ name: 'Not Started (0)', value: 0 },
			{ name: 'Qualified (5)', value: 5 },
			{ name: 'Replied (4)', value: 4 },
			{ name: 'Replied or Later (4 to 6)', value: REPLIED_OR_LATER },
			{ name: 'Skipped (7)', value: 7 },
			{ name: 'Unqualified (6)', value: 6 },
			{ name: 'Unreachable (503)', value: 503 },
		],
		description: 'How far the conversation has come. Replied or Later is everybody who has replied and whom the agent or a person judged since; it takes a list for each of the three.',
		routing: { send: { type: 'query', property: 'status' } },
	}),
];
