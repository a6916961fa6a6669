import type { INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../../../shared/contract/failure';
import type { ItemParameters } from '../../../shared/contract/operation';
import type { OperationDescription } from '../../../shared/fields/resource';
import { readRow } from '../../../shared/fields/row';
import { valueAt, isRecord } from '../../../shared/values/json';
import { entriesIn } from '../../../shared/operations/readers';
import { listedIn } from '../../../shared/paging/lookup';
import { ofKind } from '../../../shared/values/reading/kind';
import { listed } from '../../lists';
import { MAX_ROWS_PER_REQUEST, routing } from '../../vendor';
import { importFields, importResults, readImportWait, repeatedProspect, type StartedImport } from './imports';
import { prospectFields, prospectOptions, prospects } from './row';
import { oneNameForEachAddress } from './sharedAddress';
import { stringOf } from '../../../shared/values/text';

const campaignsField: INodeProperties = listedIn(
	listed('searchCampaigns').lookup,
	ofKind('idList', {
		displayName: 'Campaign Names or IDs',
		name: 'campaignIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getCampaigns' },
		required: true,
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		hint: 'At least two. Drafts and disabled campaigns accept no prospects.',
	}),
);

/** Sorted, so that equal choices of campaigns share a batch. */
function readCampaigns(item: ItemParameters): string[] {
	const ids = entriesIn(item, campaignsField.name).sort();
	if (ids.length >= 2) return ids;
	throw invalidInput(
		`"${campaignsField.displayName}" must have at least two campaigns`,
		'Choose another campaign, or use the operation Add for one campaign.',
	);
}

/** One import for each campaign that got rows. */
function startedImports(body: unknown): StartedImport[] {
	const distribution = valueAt(body, 'distribution');
	return (Array.isArray(distribution) ? distribution : []).filter(isRecord).map(({ listId, campaignId }) => ({
		listId: stringOf(listId ?? ''),
		campaignId: campaignId === undefined ? undefined : stringOf(campaignId),
	}));
}

/** See docs/vendors/kakiyo.md#prospects. */
export const distribute: OperationDescription = {
	option: {
		name: 'Spread Over Campaigns',
		value: 'distribute',
		action: 'Distribute a prospect over campaigns',
		description: 'Spread the people of all input items evenly over two or more campaigns',
		routing: routing.batch({
			endpoints: ['POST /prospects/batch/round-robin'],
			max: MAX_ROWS_PER_REQUEST,
			target: (item) => ({ campaignIds: readCampaigns(item), ...readImportWait(item) }),
			destination: ({ campaignIds }) => campaignIds,
			row: (item) => readRow(item, prospects),
			among: oneNameForEachAddress,
			rowsMember: 'prospects',
			keyOf: ({ url }) => url,
			repeated: repeatedProspect,
			contact: 'prospect',
			person: ({ url }, { campaignIds }) => ({
				person: url,
				channel: 'invitation',
				through: `campaigns ${campaignIds.join(', ')}`,
			}),
			request: ({ campaignIds }, rows) => ({
				request: {
					method: 'POST',
					path: '/prospects/batch/round-robin',
					query: {},
					body: { campaignIds, prospects: rows },
				},
			}),
			results: async ({ body }, rows, { waitMinutes }, api) =>
				await importResults(rows, startedImports(body), { waitMinutes }, api),
		}),
	},
	notice: 'The agents of running campaigns write to these people on LinkedIn.',
	tool: {
		text: 'Adds one real person to one of several campaigns. If it is running, its agent writes to them on LinkedIn.',
		arguments: {
			campaignIds: 'Two or more campaign IDs, from Campaign > Get Many, separated by commas',
			'fields.name': 'Full name, such as Jane Doe',
			'fields.url': 'Profile of the person, such as linkedin.com/in/firstname-lastname',
		},
	},
	fields: [campaignsField, ...prospectFields, ...importFields],
	handling: prospectOptions,
};
