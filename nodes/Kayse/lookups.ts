import { choice, lookupsOf } from '../shared/engine/listSearch';
import { caseListPages, wholeList } from './pages';
import { kayse } from './vendor';

const { searching } = lookupsOf(kayse);

export const listSearch = {
	/** The documented example of a campaign has no ID at all (apis/kayse.md C10). */
	searchCampaigns: searching({
		path: '/campaigns',
		page: wholeList,
		searchParam: 'key',
		toChoice: ({ id, campaign_id, name }) => choice(name, id ?? campaign_id),
	}),
	searchCaseLists: searching({
		path: '/case_lists',
		page: caseListPages,
		searchParam: 'key',
		toChoice: ({ id, name }) => choice(name, id),
	}),
};
