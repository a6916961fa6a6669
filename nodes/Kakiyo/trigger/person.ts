import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { sendingFailure } from '../../shared/contract/failure';
import { urgentClient } from '../../shared/engine/clients';
import { callerTime } from '../../shared/engine/systemTime';
import { at } from '../../shared/values/json';
import { plainText } from '../../shared/values/text';
import { readConversation } from '../conversations/conversations';
import { asItem } from '../../shared/values/rows';
import { kakiyo } from '../vendor';

/** Whom an event is about, as far as Kakiyo tells; `personNote` says why it does not. */
export interface EventPerson extends IDataObject {
	name?: string;
	url?: string;
	headline?: string;
	campaignName?: string;
	personNote?: string;
}

/** Kakiyo waits for the answer to its delivery, and no document says how long. */
const READ_WITHIN_MS = 4_000;

const LIMITS = { maxRetries: 1, maxWaitMs: READ_WITHIN_MS, timeoutMs: READ_WITHIN_MS };

const unread = (why: string): EventPerson => ({ personNote: `The person was not read: ${why}` });

async function readPerson(context: IWebhookFunctions, chatId: string): Promise<EventPerson> {
	const { send } = urgentClient(context, kakiyo, LIMITS);
	const { body } = await send({ request: { method: 'GET', path: `/prospects/${encodeURIComponent(chatId)}`, query: {} }, ids: { chatId } });
	const { person } = readConversation(asItem(body));
	const told = { name: person.name, url: person.url, headline: person.headline, campaignName: at(body, 'campaign', 'name') };
	return Object.fromEntries(Object.entries(told).flatMap(([name, value]) => (plainText(value) === '' ? [] : [[name, plainText(value)]])));
}

/** Reads the person of an event in one request. Whatever keeps it from being read, the event starts its run, in time for the answer. */
export async function personOf(context: IWebhookFunctions, { data }: IDataObject): Promise<EventPerson> {
	const chatId = plainText(at(data, 'chatId') ?? at(data, 'conversation', 'id'));
	if (chatId === '') return unread('the event names no conversation.');
	const reading = readPerson(context, chatId).catch((thrown: unknown) => unread(`${sendingFailure(thrown).message}.`));
	const tooLate = callerTime.sleep(READ_WITHIN_MS).then(() => unread('Kakiyo did not answer in time.'));
	return await Promise.race([reading, tooLate]);
}
