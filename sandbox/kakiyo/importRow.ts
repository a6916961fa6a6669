import type { ProspectRow } from './contract/prospects';
import type { ImportList, ReportRow } from './importList';
import { linkedinSlug, normalisedUrl } from './linkedin';
import type { Conversations } from './conversations';
import type { Ids } from './ids';

/** The facts that decide about a row of an import. */
export interface Team {
	conversations: Conversations;
	dnc: ReadonlyMap<string, unknown>;
	ids: Ids;
}

/** Checks one row and, if it is accepted, starts the conversation. */
export function startConversation(state: Team, list: ImportList, row: ProspectRow): ReportRow {
	const slug = linkedinSlug(row.url);
	const reported = {
		index: list.report.length,
		inputUrl: row.url,
		linkedinSlug: slug ?? null,
		prospectId: null,
		chatId: null,
		chatCreated: false,
		customDataSaved: false,
	};
	if (slug === undefined) return { ...reported, status: 'invalid', message: 'Not a LinkedIn profile URL' };

	const url = normalisedUrl(slug);
	if (state.dnc.has(url)) return { ...reported, status: 'skippedDnc', message: 'On the Do Not Contact list' };

	const existing = state.conversations.withUrl(list.campaignId, url);
	if (existing) {
		const { prospectId, chatId } = existing;
		return { ...reported, prospectId, chatId, status: 'existing', message: 'Already in this campaign' };
	}

	const customData = customDataOf(row);
	const { prospectId, chatId } = state.conversations.add({
		chatId: state.ids.next('chat'),
		prospectId: state.ids.next('prospect'),
		campaignId: list.campaignId,
		status: 0,
		qualification: 'inProgress',
		paused: false,
		lastMessage: null,
		customData,
		listId: list.listId,
		profile: { ...emptyProfile, name: row.name, url },
		messages: [],
	});
	return {
		...reported,
		prospectId,
		chatId,
		status: 'imported',
		message: 'ok',
		chatCreated: true,
		customDataSaved: customData !== null,
	};
}

const emptyProfile = {
	headline: null,
	currentCompanyName: null,
	currentJobTitle: null,
	currentCompanyWebsite: null,
	currentCompanyLinkedInUrl: null,
	location: null,
	about: null,
};

function customDataOf({ customData, additionalFields }: ProspectRow): string | null {
	return (
		customData ?? additionalFields?.map(({ fieldName, fieldValue }) => `${fieldName}: ${fieldValue}`).join('\n') ?? null
	);
}
