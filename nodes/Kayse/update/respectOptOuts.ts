import type { INodeProperties } from 'n8n-workflow';

import { byOptOut } from '../../shared/contacts/heldBack';
import { ItemFailure } from '../../shared/contract/failure';
import type { ApiClient } from '../../shared/contract/operation';
import { hasOptedOut, tellsOptOuts, type Reached } from './optOuts';
import { legalCase } from '../records/case';
import { client } from '../records/client';
import { idsFrom } from '../values/values';
import { shownRecord } from './updateRecord';

/** For calls and messages. Without it, they read nothing before they send. */
export const respectOptOutsOption: INodeProperties = {
	displayName: 'Respect Opt-Outs',
	name: 'respectOptOuts',
	type: 'boolean',
	default: false,
	description:
		'Whether to read the case first, and not to contact people who opted out. This takes one more of the 500 requests per hour for each item. A call may take one more for each client.',
};

/** The same option for Take In. */
export const respectOptOutsOfLeadOption: INodeProperties = {
	...respectOptOutsOption,
	name: 'respectOptOutsOfLead',
	default: true,
	description: 'Whether to skip the call if Kayse shows that the person opted out. This takes no more requests.',
	displayOptions: { show: { '/scheduleCall': [true] } },
};

/** Words for the channels in messages to users. */
const WORDS: Readonly<Record<Reached, string>> = { call: 'calls', text: 'texts', email: 'emails' };

/** The failure of an item whose case has a person with an opt-out. */
export const optedOut = (channel: Reached, caseId: number): ItemFailure =>
	new ItemFailure(byOptOut(channel, `a client of case ${caseId} has opted out of ${WORDS[channel]} in Kayse`));

/** The records with the opt-outs: the case, or its clients if the case shows them and has no opt-outs. */
async function tellingRecords(
	channel: Reached,
	caseId: number,
	api: ApiClient,
): Promise<Array<Record<string, unknown>>> {
	const shown = await shownRecord(legalCase, caseId, api);
	const linked = legalCase.apart && shown[legalCase.apart.links];
	// For clients, Kayse documents only the opt-out from calls.
	if (channel !== 'call' || tellsOptOuts(shown, channel) || hasOptedOut(shown, channel) || !Array.isArray(linked))
		return [shown];
	return await Promise.all(idsFrom(linked, 'Client IDs').map(async (id) => await shownRecord(client, id, api)));
}

/**
 * Asks Kayse whether the clients of a case may be contacted.
 * @throws ItemFailure if one of them has opted out, or the case cannot be read
 */
export async function checkOptOuts(channel: Reached, caseId: number, api: ApiClient): Promise<void> {
	const records = await tellingRecords(channel, caseId, api);
	if (records.some((record) => hasOptedOut(record, channel))) throw optedOut(channel, caseId);
	if (records.every((record) => tellsOptOuts(record, channel))) return;
	api.warn(
		`Kayse did not show opt-outs of ${WORDS[channel]}, so "${respectOptOutsOption.displayName}" could not check them.`,
	);
}
