import type { Explanation, Refusal, Vendor } from '../shared/contract/vendor';
import { BASE_URLS } from './baseUrls';
import { routingFor } from '../shared/routing';

/** Reads and writes of the Do Not Contact list count like all others; its own pages also limit batches (docs/vendors/kakiyo.md#limits). */
export type KakiyoTier = 'high' | 'medium' | 'low' | 'dncBatch';

/** Most prospects in a batch, and most IDs in a bulk delete (docs/vendors/kakiyo.md#limits). */
export const MAX_ROWS_PER_REQUEST = 100;

const MINUTE = 60;

/** Value of the field Authentication for the credential with key and LinkedIn login. */
const LINKEDIN_ACCOUNT = 'linkedInAccount';

/** Error codes from docs/vendors/kakiyo.md#errors. */
const EXPLANATIONS = new Map<string, Explanation>(
	Object.entries({
		missing_api_key: {
			message: 'Kakiyo got no API key',
			description: 'Open the credential and enter the key from API Keys in Kakiyo.',
		},
		invalid_api_key_format: {
			message: 'The Kakiyo API key is incomplete',
			description: 'A key has 40 characters. Copy it again from API Keys in Kakiyo into the credential.',
		},
		invalid_api_key: {
			message: 'Kakiyo did not accept this API key',
			description: 'The key may be deleted. Create a key under API Keys in Kakiyo and enter it in the credential.',
		},
		subscription_inactive: {
			message: 'The Kakiyo subscription is not active',
			description: 'Renew the plan in Kakiyo.',
			again: 'Then run the items again.',
		},
		campaign_active: {
			message: 'An active campaign cannot be deleted',
			description: 'Pause the campaign first, then delete it.',
		},
		prospect_active: {
			message: 'A prospect in an active conversation cannot be deleted',
			description: 'Pause the conversation first, then delete the prospect.',
		},
		campaign_busy: {
			message: 'The campaign is still busy with another import',
			description: 'Wait until the import is done.',
			again: 'Then run the item again, or raise Max Wait in the options of the node.',
		},
		invalid_status: {
			message: 'The agent’s status does not allow this',
			description: 'Kakiyo deletes and relaunches only agents whose status is "ended".',
		},
		sales_navigator_team_limit: {
			message: 'Kakiyo allows three Sales Navigator imports at once, and three are running',
			description: 'Wait until one of them is done.',
			again: 'Then run the item again.',
		},
		sales_navigator_source_exists: {
			message: 'This search is already being imported into the campaign',
			description: 'Use another search or another campaign.',
		},
		campaign_not_found: {
			message: 'Kakiyo did not find the campaign',
			description: 'Choose it again from the list, and check that the credential belongs to the team that owns it.',
		},
		campaign_not_ready: {
			message: 'The campaign is a draft or disabled, so it accepts no prospects',
			description: 'Start the campaign in Kakiyo.',
			again: 'Then run the item again.',
		},
		campaign_mismatch: {
			message: 'One of the prospects belongs to another campaign, so none was deleted',
			description: 'Correct the IDs or the field "Only in Campaign".',
		},
		invalid_campaigns: {
			message: 'Kakiyo cannot distribute prospects over these campaigns',
			description: 'Choose at least two campaigns. Drafts and disabled campaigns do not count.',
		},
		invalid_event: {
			message: 'Kakiyo has no such event',
			description: 'Choose an event from the list.',
		},
		campaign_missing_agent: {
			message: 'The campaign has no agent',
			description: 'Give the campaign an agent in Kakiyo first.',
		},
	}),
);

/** From docs/vendors/kakiyo.md#errors. Kakiyo uses `forbidden` for plans and for single records. */
const OF_ACCOUNT = new Set(['subscription_inactive', 'agent_limit_reached']);

const OUT_OF_CREDITS = {
	message: 'The Kakiyo account is out of credits',
	description: 'Kakiyo has paused its agents. Add credits in Kakiyo.',
	again: 'Then run the remaining items.',
};

export const kakiyo: Vendor<KakiyoTier> = {
	name: 'Kakiyo',
	credential: 'kakiyoOutreachApi',
	baseUrls: BASE_URLS,
	otherCredentials: new Map([[LINKEDIN_ACCOUNT, 'kakiyoLinkedInAccountApi']]),
	listedBy: {
		agentId: 'Agent > Get Many',
		campaignId: 'Campaign > Get Many',
		campaignIds: 'Campaign > Get Many',
		chatId: 'Prospect > Get Many',
		entryId: 'Do Not Contact > Get Many',
		modelId: 'Model > Get Many',
		onlyInCampaignId: 'Campaign > Get Many',
		productId: 'Product > Get Many',
		promptId: 'Prompt > Get Many',
		prospectId: 'Prospect > Search',
		webhookId: 'Webhook > Get Many',
		workspaceId: 'Workspace > Get Many',
	},
	// docs/vendors/kakiyo.md#c3: one of its documents counts calls, a newer one does not.
	creditsPerRequest: 1,
	spelling: 'camelCase',
	limits: {
		high: { requests: 60, perSeconds: MINUTE },
		medium: { requests: 30, perSeconds: MINUTE },
		low: { requests: 15, perSeconds: MINUTE },
		dncBatch: { requests: 10, perSeconds: MINUTE, within: 'low' },
	},
	tierOf: (method) => (method === 'GET' ? 'medium' : 'low'),
	explain: ({ status, code }: Refusal) => (status === 402 ? OUT_OF_CREDITS : EXPLANATIONS.get(code)),
	classify({ status, code }: Refusal) {
		if (status === 409 && code === 'campaign_busy') return 'busy';
		if (code === 'sales_navigator_team_limit') return 'final';
		return OF_ACCOUNT.has(code) ? 'account' : undefined;
	},
};

export const routing = routingFor(kakiyo);
