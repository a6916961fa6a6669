import { readId } from '../../../shared/operations/request';
import type { OperationDescription } from '../../../shared/fields/resource';
import { readRow } from '../../../shared/fields/row';
import { at } from '../../../shared/values/json';
import { campaignLocator } from '../../locators';
import { MAX_ROWS_PER_REQUEST, routing } from '../../vendor';
import { importResults, readImportWait } from './imports';
import { PROSPECT_MEMBERS, prospectFields, prospectRow } from './row';

/** [seed 000] One prospect alone goes to `POST /prospects`, several to `POST /prospects/batch`. */
export const add: OperationDescription = {
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add prospects to a campaign',
		description:
			'Add the people of all input items to a campaign, up to 100 in one request. The agent of a running campaign will contact them.',
		routing: routing.batch({
			max: MAX_ROWS_PER_REQUEST,
			target: (item) => ({ campaignId: readId(item, 'campaignId'), ...readImportWait(item) }),
			row: (item) => readRow(item, PROSPECT_MEMBERS, prospectRow),
			keyOf: ({ url }) => url,
			request({ campaignId }, rows) {
				const [only, ...others] = rows;
				const alone = others.length === 0;
				return {
					request: {
						method: 'POST',
						path: alone ? '/prospects' : '/prospects/batch',
						query: {},
						body: alone ? { campaignId, ...only } : { campaignId, prospects: rows },
					},
					ids: { campaignId },
				};
			},
			results: async ({ body }, rows, { campaignId, waitMinutes }, api) =>
				await importResults(
					rows,
					[{ listId: String(at(body, 'listId') ?? ''), campaignId }],
					{ waitMinutes },
					api,
				),
		}),
	},
	fields: [campaignLocator, ...prospectFields],
};
