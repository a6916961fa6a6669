import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { valueAt } from '../../shared/values/json';
import { asItem } from '../../shared/values/rows';
import { plainText } from '../../shared/values/text';
import { filledTexts, personInTime, personUnread } from '../../shared/webhook/person';
import { readConversation } from '../records/conversation';
import { kakiyo } from '../vendor';

/** Name, profile, headline and campaign of the event's person, read from the conversation; `personNote` if that failed. */
export async function personOf(context: IWebhookFunctions, { data }: IDataObject): Promise<IDataObject> {
	const chatId = plainText(valueAt(data, 'chatId') ?? valueAt(data, 'conversation', 'id'));
	if (chatId === '') return personUnread('the event has no conversation ID');
	return await personInTime(context, kakiyo, async (send) => {
		const { body } = await send({
			request: { method: 'GET', path: `/prospects/${encodeURIComponent(chatId)}`, query: {} },
			ids: { chatId },
		});
		const { person } = readConversation(asItem(body));
		return filledTexts({
			name: person.name,
			url: person.url,
			headline: person.headline,
			campaignName: valueAt(body, 'campaign', 'name'),
		});
	});
}
