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
			'The list has the campaigns whose ID the Kayse API shows. Of others, take the ID from the address bar of Kayse.',
		...listed('searchCampaigns'),
		example: '71',
	}),
);
