import type { INodeProperties } from 'n8n-workflow';

import type { Query } from '../../../shared/paging/page';
import { ofKind } from '../../../shared/values/reading/kind';
import { byText } from '../../../shared/values/sorting';
import { STATUSES } from '../../records/status';

const REPLIED_OR_LATER = 'repliedOrLater';

/** Statuses from the reply on, in order: a person who advances during the reading appears again, and is not missed. */
const AFTER_A_REPLY = [4, 5, 6];

/** The API lists the conversations of one status. */
export const listsByStatus = (query: Query): Query[] =>
	query.status === REPLIED_OR_LATER ? AFTER_A_REPLY.map((status) => ({ ...query, status })) : [query];

/** Filters of the campaign list and of the search. An expression may yield codes that the panel does not know. */
export const stateFilters: INodeProperties[] = [
	{
		displayName: 'Has Messages',
		name: 'hasResponded',
		type: 'boolean',
		default: true,
		description: 'Whether the conversation has messages. For replies, use Status: Replied.',
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
			'The status of the conversation. Replied or Later has all people who replied, also those qualified or disqualified since. It reads three lists.',
		routing: { send: { type: 'query', property: 'status' } },
	}),
];
