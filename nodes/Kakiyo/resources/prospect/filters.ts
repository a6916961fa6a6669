import type { INodeProperties } from 'n8n-workflow';

import type { Query } from '../../../shared/paging/page';
import { ofKind } from '../../../shared/values/reading/kind';
import { byText } from '../../../shared/values/sorting';
import { STATUSES } from '../../conversations/status';

const REPLIED_OR_LATER = 'repliedOrLater';

/** What a conversation becomes once the person has replied, in the order in which it does: who goes on meanwhile is met again. */
const AFTER_A_REPLY = [4, 5, 6];

/** The API lists the conversations of one status. */
export const listsByStatus = (query: Query): Query[] =>
	query.status === REPLIED_OR_LATER ? AFTER_A_REPLY.map((status) => ({ ...query, status })) : [query];

/** Filters that the list of a campaign and the search share. Codes that the panel does not know can be given by an expression. */
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
			...[...STATUSES].map(([value, words]) => ({ name: `${words} (${value})`, value })),
			{ name: 'Replied or Later (4 to 6)', value: REPLIED_OR_LATER },
		].sort((a, b) => byText(a.name, b.name)),
		description:
			'How far the conversation has come. Replied or Later is everybody who has replied and whom the agent or a person judged since; it takes a list for each of the three.',
		routing: { send: { type: 'query', property: 'status' } },
	}),
];
