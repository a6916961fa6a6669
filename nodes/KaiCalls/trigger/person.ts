import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { asItem } from '../../shared/values/rows';
import { plainText } from '../../shared/values/text';
import { filledTexts, personInTime, personUnread } from '../../shared/webhook/person';
import { kaiCalls } from '../vendor';

/**
 * Name and number of the called person, read from the lead: the API's record of a call has none. `personNote` if they
 * could not be read.
 */
export async function personOf(context: IWebhookFunctions, { lead_id }: IDataObject): Promise<IDataObject> {
	const id = plainText(lead_id);
	if (id === '') return personUnread('KaiCalls gave no lead');
	return await personInTime(context, kaiCalls, async (send) => {
		const { body } = await send({ request: { method: 'GET', path: '/leads', query: { id } }, ids: { leadId: id } });
		const { name, first_name, last_name, phone } = asItem(body);
		const inParts = [first_name, last_name].map(plainText).filter(Boolean).join(' ');
		return filledTexts({ name: plainText(name) || inParts, phone });
	});
}

/** An event with its person. If a member of the event is empty, such as `name: null`, the person's member stays. */
export function withPerson(person: IDataObject, event: IDataObject): IDataObject {
	const kept = Object.entries(person).filter(([name]) => plainText(event[name]) === '');
	return { ...person, ...event, ...Object.fromEntries(kept) };
}
