import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { isRecord } from '../../shared/values/json';
import { asItem } from '../../shared/values/rows';
import { plainText } from '../../shared/values/text';
import { filledTexts, personInTime, personUnread } from '../../shared/webhook/person';
import { kaiCalls } from '../vendor';

/** Name and number in a lead (docs/vendors/kaicalls.md#leads). */
function personIn({ name, first_name, last_name, phone }: Record<string, unknown>): IDataObject {
	const inParts = [first_name, last_name].map(plainText).filter(Boolean).join(' ');
	return filledTexts({ name: plainText(name) || inParts, phone });
}

/** Whether a lead has all members of the person, even if they are empty: then KaiCalls knows no more. */
const isWhole = (lead: Record<string, unknown>): boolean =>
	'phone' in lead && ('name' in lead || ('first_name' in lead && 'last_name' in lead));

const membersOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

/**
 * Name and number of the person of an event or a call, which are those of the lead. KaiCalls documents no body of an
 * event, so the lead may be in it, whole or as an ID; the API's record of a call has the ID only. `personNote` if the
 * lead could not be read.
 */
export async function personOf(context: IWebhookFunctions, told: IDataObject): Promise<IDataObject> {
	const call = membersOf(told.call);
	const lead = { ...membersOf(call.lead), ...membersOf(told.lead) };
	if (isWhole(lead)) return personIn(lead);
	// An event of a lead may be the lead itself.
	const inEvent = personIn(told);
	if (inEvent.name !== undefined && inEvent.phone !== undefined) return inEvent;
	const known = personIn(lead);
	const id = [told.lead_id, lead.id, call.lead_id].map(plainText).find(Boolean);
	if (id === undefined) return Object.keys(known).length > 0 ? known : personUnread('KaiCalls gave no lead');
	const read = await personInTime(context, kaiCalls, async (send) => {
		const { body } = await send({ request: { method: 'GET', path: '/leads', query: { id } }, ids: { leadId: id } });
		return personIn(asItem(body));
	});
	return { ...known, ...read };
}

/** An event with its person. If a member of the event is empty, such as `name: null`, the person's member stays. */
export function withPerson(person: IDataObject, event: IDataObject): IDataObject {
	const kept = Object.entries(person).filter(([name]) => plainText(event[name]) === '');
	return { ...person, ...event, ...Object.fromEntries(kept) };
}
