import type { IncomingResponse } from '../../../shared/contract/exchange';
import type { ApiClient, ApiRequest } from '../../../shared/contract/operation';
import type { RowResult } from '../../../shared/contract/outcome';
import { readId } from '../../../shared/operations/readers';
import type { OperationDescription } from '../../../shared/fields/resource';
import { readRow } from '../../../shared/fields/row';
import { valueAt } from '../../../shared/values/json';
import { campaignLocator } from '../../locators';
import { MAX_ROWS_PER_REQUEST, routing } from '../../vendor';
import { importFields, importResults, readImportWait, repeatedProspect, type ImportWait } from './imports';
import { prospectFields, prospectOptions, prospects, type ProspectRow } from './row';
import { oneNameForEachAddress } from './sharedAddress';
import { stringOf } from '../../../shared/values/text';

interface Target extends ImportWait, Record<string, unknown> {
	campaignId: string;
}

const addRequest = (path: string, campaignId: string, body: Record<string, unknown>): ApiRequest => ({
	request: { method: 'POST', path, query: {}, body },
	ids: { campaignId },
});

const results = async (
	{ body }: IncomingResponse,
	rows: ProspectRow[],
	{ campaignId, waitMinutes }: Target,
	api: ApiClient,
): Promise<RowResult[]> =>
	await importResults(rows, [{ listId: stringOf(valueAt(body, 'listId') ?? ''), campaignId }], { waitMinutes }, api);

/** A single prospect goes to `POST /prospects`, several to `POST /prospects/batch`. See docs/vendors/kakiyo.md#prospects. */
export const add: OperationDescription = {
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add a prospect to a campaign',
		description: 'Add the people of all input items to a campaign, up to 100 in one request',
		routing: routing.batch<ProspectRow, Target>({
			endpoints: ['POST /prospects', 'POST /prospects/batch'],
			max: MAX_ROWS_PER_REQUEST,
			target: (item) => ({ campaignId: readId(item, 'campaignId'), ...readImportWait(item) }),
			destination: ({ campaignId }) => campaignId,
			row: (item) => readRow(item, prospects),
			among: oneNameForEachAddress,
			rowsMember: 'prospects',
			keyOf: ({ url }) => url,
			repeated: repeatedProspect,
			contact: 'prospect',
			person: ({ url }, { campaignId }) => ({ person: url, channel: 'invitation', through: `campaign ${campaignId}` }),
			alone: {
				request: ({ campaignId }, row) => addRequest('/prospects', campaignId, { campaignId, ...row }),
				results: async (response, row, target, api) => await results(response, [row], target, api),
			},
			request: ({ campaignId }, rows) => addRequest('/prospects/batch', campaignId, { campaignId, prospects: rows }),
			results,
		}),
	},
	notice: 'The agent of a running campaign writes to these people on LinkedIn.',
	tool: {
		text: 'Adds one real person to a campaign. If it is running, its agent writes to them on LinkedIn. Use Prospect > Search first.',
		arguments: {
			'fields.name': 'Full name, such as Jane Doe',
			'fields.url': 'Profile of the person, such as linkedin.com/in/firstname-lastname',
			'fields.customData': 'What the agent should know about the person, or empty',
		},
	},
	fields: [campaignLocator, ...prospectFields, ...importFields],
	handling: prospectOptions,
};
