import type { OperationDescription } from '../../../shared/fields/resource';
import { isRecord } from '../../../shared/values/json';
import { readSafeguard } from '../../../shared/values/reading/option';
import { campaignLocator } from '../../locators';
import { scheduleCallRequest } from '../../operations/scheduleCall';
import { idField } from '../../input/id';
import { checkOptOuts, respectOptOutsOption } from '../../update/respectOptOuts';
import { idFrom } from '../../values/values';
import { routing } from '../../vendor';
import { namedCase } from '../../namedRecords';
import { contactOptions } from '../../../shared/contacts/fields';

/** See docs/vendors/kayse.md#calls. */
export const schedule: OperationDescription = {
	option: {
		name: 'Schedule',
		value: 'schedule',
		action: 'Schedule a call',
		description: 'Let the AI agent of a campaign call a real person: a client of the case, chosen by Kayse',
		routing: routing.batch<number, { caseId: number; respectsOptOuts: boolean }>({
			endpoints: ['POST /calls'],
			max: 1,
			contact: 'call',
			// Kayse chooses which client of the case to call.
			person: (campaignId, { caseId }) => ({
				person: `case ${caseId}`,
				channel: 'call',
				through: `campaign ${campaignId}`,
			}),
			lookUp: 'Open the campaign in Kayse: its calls show whether this one was scheduled.',
			target: (item) => ({
				caseId: idFrom(item.parameter('caseId'), 'Case ID'),
				respectsOptOuts: readSafeguard(item, respectOptOutsOption),
			}),
			destination: ({ caseId }) => ({ caseId }),
			row: (item) => idFrom(item.parameter('campaignId'), 'Campaign'),
			keyOf: String,
			async complete(campaignId, _, { caseId, respectsOptOuts }, api) {
				if (respectsOptOuts) await checkOptOuts('call', caseId, api);
				return campaignId;
			},
			request: ({ caseId }, [campaignId]) => scheduleCallRequest(Number(campaignId), caseId),
			results: ({ body }, campaignIds, { caseId }) =>
				campaignIds.map((campaignId) => ({
					row: {
						scheduled: 'call',
						campaign_id: campaignId,
						case_id: caseId,
						client_id: null,
						...(isRecord(body) && body),
					},
				})),
		}),
	},
	notice: 'Calls a real person. It cannot be undone. If the connection breaks, the node does not call twice.',
	tool: {
		text: 'Lets an AI agent call a real person: a client of the case, chosen by Kayse. It cannot be undone.',
		arguments: {
			caseId: 'Case ID, a number, from the user or an earlier answer',
		},
	},
	record: namedCase,
	asksForName: true,
	fields: [campaignLocator, idField('Case ID', 'caseId', '9001')],
	handling: [...contactOptions, respectOptOutsOption],
};
