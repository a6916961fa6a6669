import { locator } from '../shared/fields/locator';
import { listed } from './lists';
import { ofKind } from '../shared/values/reading/kind';

export const caseListLocator = ofKind(
	'wholeId',
	locator({
		displayName: 'Case List',
		name: 'caseListId',
		...listed('searchCaseLists'),
		example: '501',
	}),
);

export const campaignLocator = ofKind(
	'wholeId',
	locator({
		displayName: 'Campaign',
		name: 'campaignId',
		description:
			'The list has only campaigns with an ID in the Kayse API. For others, copy the ID from the address bar of Kayse.',
		...listed('searchCampaigns'),
		example: '71',
	}),
);
