import type { INodePropertyRouting } from 'n8n-workflow';

import { ItemFailure, invalidInput } from '../../shared/contract/failure';
import { FileRow } from '../../shared/contract/fileRow';
import type { ApiClient, ItemParameters } from '../../shared/contract/operation';
import { eachItem, type Draft } from '../../shared/operations/eachItem';
import { readId } from '../../shared/operations/readers';
import { singleDraft, type SingleRequest } from '../../shared/operations/single';
import { firstFew } from '../../shared/values/ranges';
import { notFilled } from '../../shared/values/reading/field';
import { isNothing } from '../../shared/values/reading/nothing';
import { conversationsWith } from './conversationIndex';
import { profileUrl } from '../profiles/address';
import { chatCampaignLocator, chatLocator, isByProfile } from '../locators';
import { routing } from '../vendor';

/** A request about one conversation. */
interface ConversationRequest extends Omit<SingleRequest, 'path'> {
	/** Path below that of the conversation. */
	below: '' | '/pause' | '/resume' | '/qualify' | '/custom-data';
}

/** The person of a conversation, and its campaign. */
interface Person {
	url: string;
	/** All campaigns if undefined. */
	campaignId: string | undefined;
}

/** @throws ItemFailure if the address is invalid, or an expression for the campaign yields nothing: it must not mean all campaigns */
function readPerson(item: ItemParameters): Person {
	const value = item.parameter('chatId');
	const { data: url, error } = profileUrl.safeParse(Array.isArray(value) && value.length === 1 ? value[0] : value);
	if (url === undefined) {
		throw invalidInput(
			`"${chatLocator.displayName}" ${error?.issues.map(({ message }) => message).join('; ')}`,
			'Correct the field.',
		);
	}
	const campaign = item.parameter('campaignId');
	if (!isNothing(campaign)) return { url, campaignId: readId(item, 'campaignId') };
	if (item.isExpression('campaignId')) throw notFilled(chatCampaignLocator.displayName, campaign);
	return { url, campaignId: undefined };
}

const failed = (message: string, description: string): ItemFailure =>
	new ItemFailure({ kind: 'refused', message, description: `Nothing was done. ${description}` });

/** @throws ItemFailure unless the person has one conversation there */
async function chatOf({ url, campaignId }: Person, api: ApiClient): Promise<string> {
	const [found, ...others] = await conversationsWith(url, campaignId, api);
	const where = campaignId === undefined ? 'any campaign' : `the campaign "${campaignId}"`;
	if (!found) {
		throw failed(
			`No person with the profile "${url}" in ${where}`,
			'Check the address and the campaign. If the person was just added, wait until the import has ended.',
		);
	}
	if (others.length === 0) return found.chatId;
	const named = firstFew([found, ...others].map(({ chatId, campaignId: of }) => `"${chatId}" in the campaign "${of}"`));
	throw failed(
		`The person with the profile "${url}" has ${others.length + 1} conversations: ${named}`,
		'Choose the campaign, or enter the ID of one of them.',
	);
}

function draftOf({ below, ...definition }: ConversationRequest, item: ItemParameters): Draft {
	if (!isByProfile(item, 'chatId')) return singleDraft({ ...definition, path: `/prospects/{chatId}${below}` }, item);
	const person = readPerson(item);
	const draft = singleDraft({ ...definition, path: below }, item);
	return {
		identity: { effect: [draft.identity.effect, person], subject: person },
		async perform(api) {
			const chatId = await chatOf(person, api);
			const path = `/prospects/${encodeURIComponent(chatId)}${below}`;
			const send: ApiClient['send'] = async ({ request, ...rest }, limits) =>
				await api.send({ ...rest, request: { ...request, path }, ids: { chatId } }, limits);
			const rows = await draft.perform({ ...api, send });
			// Kakiyo's answer to an action on a conversation does not identify the conversation.
			const told = definition.method === 'GET' ? {} : { url: person.url, chatId };
			return rows.map((row) => (row instanceof FileRow ? row : { ...told, ...row }));
		},
	};
}

/** The fields that select the conversation. */
export const conversationFields = [chatLocator, chatCampaignLocator];

/** A request about the conversation that these fields select, by ID or by the person's profile. */
export const onConversation = (definition: ConversationRequest): INodePropertyRouting =>
	routing.to(
		eachItem((item) => draftOf(definition, item), {
			endpoints: [`${definition.method} /prospects/{chatId}${definition.below}`],
			...definition,
		}),
	);
