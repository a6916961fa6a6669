import type { INodeProperties } from 'n8n-workflow';

import type { IncomingResponse } from '../../../shared/contract/exchange';
import type { RowResult } from '../../../shared/contract/outcome';
import { explainRefusal } from '../../../shared/http/refusal';
import { vendorWords } from '../../../shared/http/vendorWords';
import { readId } from '../../../shared/operations/readers';
import { deletedResult } from '../../../shared/operations/deleted';
import { optionalLocator } from '../../../shared/fields/locator';
import type { OperationDescription } from '../../../shared/fields/resource';
import { valueAt, isRecord } from '../../../shared/values/json';
import { deletedName } from '../deletedName';
import { narrowing } from '../../../shared/values/reading/kind';
import { campaignLocator, prospectLocator } from '../../locators';
import { kakiyo, MAX_ROWS_PER_REQUEST, routing } from '../../vendor';
import { namedProspect } from '../../namedRecords';
import { stringOf } from '../../../shared/values/text';

/** HTTP status of the same refusal for a single delete; 409 for an unknown one. */
const STATUS_OF = new Map([
	['not_found', 404],
	['forbidden', 403],
]);
const CONFLICT = 409;

/** @param said Kakiyo's answer: for one prospect and for several, the summary is in the same place */
const done = (prospectId: string, said?: unknown): RowResult =>
	deletedResult(said, { ...deletedName(said, 'prospectName'), prospectId });

function lineResult(prospectId: string, { status, ...line }: Record<string, unknown>, afterDoubt: boolean): RowResult {
	if (status === 'success') return done(prospectId, { deletionSummary: line });
	const code = vendorWords(line.error);
	// An earlier try without an answer may have deleted it: that is success.
	if (afterDoubt && code === 'not_found') return done(prospectId);
	return {
		failure: explainRefusal(kakiyo, {
			status: STATUS_OF.get(code) ?? CONFLICT,
			code,
			message: vendorWords(line.message),
			fields: [],
			labels: [],
			location: '',
			ids: { prospectId },
		}),
	};
}

/** `DELETE /prospects`: a line for each id. A row without one stays unknown. */
function batchResults({ body, afterDoubt = false }: IncomingResponse, prospectIds: string[]): RowResult[] {
	const results = valueAt(body, 'results');
	const lines = Array.isArray(results) ? results.filter(isRecord) : [];
	const byId = new Map(lines.map((line) => [stringOf(line.prospectId), line]));
	return prospectIds.map((prospectId) => {
		const line = byId.get(prospectId);
		if (line) return lineResult(prospectId, line, afterDoubt);
		return {
			failure: {
				kind: 'unknown',
				message: `The outcome is unknown: Kakiyo accepted the deletion, but its answer does not mention Prospect ID "${prospectId}"`,
				description: 'Check the prospect in Kakiyo before you run this item again.',
			},
		};
	});
}

/** Has its own parameter name, so that a campaign chosen for another operation does not apply here unseen. */
const onlyInCampaign: INodeProperties = narrowing({
	...optionalLocator(campaignLocator),
	displayName: 'Only in Campaign',
	name: 'onlyInCampaignId',
	description: 'A safeguard: if one of the prospects belongs to another campaign, none is deleted',
});

/**
 * A single prospect goes to `DELETE /prospects/{prospectId}`. Several go to `DELETE /prospects`, and also a single one
 * that must be in a given campaign (docs/vendors/kakiyo.md#prospects).
 */
export const remove: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a prospect',
		description: 'Erase the people of all input items for good, up to 100 in one request',
		routing: routing.batch({
			endpoints: ['DELETE /prospects/{prospectId}', 'DELETE /prospects'],
			max: MAX_ROWS_PER_REQUEST,
			target: (item) => ({ campaignId: stringOf(item.parameter(onlyInCampaign.name, '')) }),
			row: (item) => readId(item, 'prospectId'),
			rowsMember: 'prospectIds',
			keyOf: (prospectId) => prospectId,
			alone: {
				serves: ({ campaignId }) => campaignId === '',
				request: (_target, prospectId) => ({
					request: { method: 'DELETE', path: `/prospects/${encodeURIComponent(prospectId)}`, query: {} },
					ids: { prospectId },
				}),
				results: ({ body }, prospectId) => [done(prospectId, body)],
			},
			request: ({ campaignId }, prospectIds) => ({
				request: {
					method: 'DELETE',
					path: '/prospects',
					query: {},
					body: { prospectIds, ...(campaignId !== '' && { campaignId }) },
				},
			}),
			results: batchResults,
		}),
	},
	notice: 'Erases people for good, with their conversations and messages. Pause active conversations first.',
	tool: {
		text: 'Erases one person for good, with conversation and messages. To stop writing only, use Prospect > Pause.',
		arguments: {
			prospectId: 'Prospect ID, from Prospect > Search',
		},
	},
	record: namedProspect,
	asksForName: true,
	fields: [prospectLocator, onlyInCampaign],
};
