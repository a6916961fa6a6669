import type { IDataObject } from 'n8n-workflow';

import { valueAt, isRecord } from '../../shared/values/json';
import { asItem } from '../../shared/values/rows';
import { qualificationOf, statusOf } from './status';

type Row = Record<string, unknown>;

/**
 * A row of the prospect lists. The documents disagree (docs/vendors/kakiyo.md#c8): in OpenAPI, the person is a nested
 * object and `id` is the chat's ID; on the search page, the person's members are on top and `id` is the person's ID.
 */
export function readConversation(row: Row): { chatId: unknown; person: Row } {
	return isRecord(row.prospect) ? { chatId: row.id, person: row.prospect } : { chatId: row.chatId, person: row };
}

/** The most used members, flat, with both IDs under their full names. */
export function simplifyConversation(row: IDataObject): IDataObject {
	const { chatId, person } = readConversation(row);
	return asItem({
		chatId: chatId ?? null,
		prospectId: person.id ?? null,
		name: person.name ?? null,
		url: person.url ?? null,
		headline: person.headline ?? null,
		jobTitle: person.currentJobTitle ?? null,
		company: person.currentCompanyName ?? null,
		companyWebsite: person.currentCompanyWebsite ?? null,
		companyUrl: person.currentCompanyLinkedInUrl ?? null,
		...statusOf(row.status),
		qualification: qualificationOf(row.qualification),
		paused: row.paused ?? null,
		lastMessage: row.lastMessage ?? null,
	});
}

/** The most used members of one full conversation, with its messages. */
export function simplifyDetails(row: IDataObject): IDataObject {
	return asItem({
		...simplifyConversation(row),
		campaignId: valueAt(row, 'campaign', 'id') ?? null,
		campaignName: valueAt(row, 'campaign', 'name') ?? null,
		city: valueAt(row, 'prospect', 'location', 'city') ?? null,
		country: valueAt(row, 'prospect', 'location', 'country') ?? null,
		about: valueAt(row, 'prospect', 'about') ?? null,
		customData: row.customData ?? null,
		messages: row.messages ?? [],
	});
}
