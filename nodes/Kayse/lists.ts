import { lookupsOf } from '../shared/engine/listSearch';
import { choice } from '../shared/paging/lookup';
import { caseListPages, wholeList } from './pages';
import { kayse } from './vendor';

const { listsOf } = lookupsOf(kayse);

export const { listed, listSearch } = listsOf({
	/** In Kayse's documents, the example of a campaign has no ID (docs/vendors/kayse.md#c10). */
	searchCampaigns: {
		path: '/campaigns',
		page: wholeList,
		searchParam: 'key',
		toChoice: ({ id, campaign_id, name }) => choice(name, id ?? campaign_id),
	},
	searchCaseLists: {
		path: '/case_lists',
		page: caseListPages,
		searchParam: 'key',
		toChoice: ({ id, name }) => choice(name, id),
	},
});
