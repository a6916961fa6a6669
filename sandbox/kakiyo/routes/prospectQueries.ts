import { Answer } from '../../server/answer';
import type { Route } from '../../server/vendor';
import { listQuery, searchQuery } from '../contract/prospects';
import type { Conversation } from '../conversations';
import { find, validationError } from '../errors';
import type { Kakiyo } from '../kakiyo';
import { plain, withQuery } from './builders';
import { matchesSearch } from './prospectSearch';
import { detailedProspect, listedProspect } from './prospectViews';

interface StateFilter {
	status?: number | undefined;
	isPaused?: boolean | undefined;
	hasResponded?: boolean | undefined;
}

function matchesState({ status, paused, lastMessage }: Conversation, filter: StateFilter): boolean {
	return (
		(filter.status === undefined || filter.status === status) &&
		(filter.isPaused === undefined || filter.isPaused === paused) &&
		(filter.hasResponded === undefined || filter.hasResponded === (lastMessage !== null))
	);
}

const cursorText = /^after:(\d+)$/;

function writeCursor({ sequence }: Conversation): string {
	return Buffer.from(`after:${sequence}`).toString('base64url');
}

function readCursor(cursor: string): number {
	const [, sequence] = cursorText.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
	if (sequence === undefined) throw validationError([{ field: 'cursor', message: 'Unknown cursor' }]);
	return Number(sequence);
}

function distinct(values: ReadonlyArray<string | undefined>): string[] {
	return [...new Set(values.filter((value) => value !== undefined))];
}

/** The endpoints that read prospects. */
export function prospectQueryRoutes(kakiyo: Kakiyo): Route[] {
	return [
		withQuery({
			method: 'GET',
			path: '/prospects/campaign/:campaignId',
			query: listQuery,
			handle({ params, query: { limit, offset, cursor, ...filter } }) {
				const { campaigns, conversations } = kakiyo.state;
				const { id } = find(campaigns, params.campaignId, 'Campaign');
				const matching = conversations.inCampaign(id).filter((conversation) => matchesState(conversation, filter));
				const last = cursor === undefined ? undefined : readCursor(cursor);
				const start = last === undefined ? offset : matching.filter(({ sequence }) => sequence <= last).length;
				const page = matching.slice(start, start + limit);
				const end = page.at(-1);
				const hasMore = start + page.length < matching.length;
				return new Answer(200, page.map(listedProspect), {
					'x-limit': String(limit),
					'x-offset': String(start),
					'x-has-more': String(hasMore),
					...(hasMore && end ? { 'x-next-cursor': writeCursor(end) } : {}),
				});
			},
		}),
		withQuery({
			method: 'GET',
			path: '/prospects/search',
			query: searchQuery,
			handle({ query }) {
				const { limit, offset, ...applied } = query;
				const all = kakiyo.state.conversations.all();
				const matching = all.filter(
					(conversation) => matchesState(conversation, query) && matchesSearch(conversation, query),
				);
				return {
					prospects: matching.slice(offset, offset + limit).map(listedProspect),
					pagination: { total: matching.length, limit, offset, hasMore: offset + limit < matching.length },
					filters: {
						applied,
						available: {
							qualifications: searchQuery.shape.qualification.unwrap().options,
							cities: distinct(all.map(({ profile }) => profile.location?.city)),
							countries: distinct(all.map(({ profile }) => profile.location?.country)),
						},
					},
				};
			},
		}),
		plain({
			method: 'GET',
			path: '/prospects/:chatId',
			handle({ params }) {
				const { conversations, campaigns } = kakiyo.state;
				const conversation = find(conversations.byChat, params.chatId, 'Prospect');
				return detailedProspect(conversation, campaigns.get(conversation.campaignId)?.name);
			},
		}),
	];
}
