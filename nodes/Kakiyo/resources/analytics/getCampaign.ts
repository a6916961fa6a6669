import type { IDataObject } from 'n8n-workflow';

import type { OperationDescription } from '../../../shared/fields/resource';
import { campaignLocator } from '../../locators';
import { isRecord } from '../../../shared/values/json';
import { asItem, rowsOf } from '../../../shared/values/rows';
import { routing } from '../../vendor';

/** Name and status of the campaign, from the nested object, so that they are in the first columns. */
function nameAndStatus({ campaign }: IDataObject): IDataObject {
	if (!isRecord(campaign)) return {};
	const { name, status } = asItem(campaign);
	return { ...(name !== undefined && { name }), ...(status !== undefined && { status }) };
}

/** See docs/vendors/kakiyo.md#analytics. */
export const getCampaign: OperationDescription = {
	option: {
		name: 'Get Campaign',
		value: 'getCampaign',
		action: 'Get analytics of a campaign',
		description: 'Read the rates, the daily activity and the states of the conversations',
		routing: routing.get('/analytics/campaigns/{campaignId}', {
			read: (body) => rowsOf(body).map((row) => ({ ...nameAndStatus(row), ...row })),
		}),
	},
	tool: { text: 'Reads rates and daily activity of one campaign. Changes nothing.' },
	fields: [campaignLocator],
};
