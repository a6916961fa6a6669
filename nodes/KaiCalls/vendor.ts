import type { Explanation, Refusal, Vendor } from '../shared/contract/vendor';
import { routingFor } from '../shared/routing';
import { BASE_URLS } from './baseUrls';
import { testKey } from './testKey';

/** Placed calls and reads (docs/vendors/kaicalls.md#limits). KaiCalls documents no limit for other writes; 60 is a safe choice. */
export type KaiCallsTier = 'placeCall' | 'read' | 'write';

const MINUTE = 60;

/** Error codes from docs/vendors/kaicalls.md#errors. */
const EXPLANATIONS = new Map<string, Explanation>(
	Object.entries({
		unauthorized: {
			message: 'KaiCalls did not accept the API key',
			description:
				'The key may be mistyped, expired or revoked. Create a key under Settings > API Keys and enter it in the credential.',
		},
		forbidden: {
			message: 'The KaiCalls API key lacks the scope for this, or the access to this business',
			description: 'Create a key that has both under Settings > API Keys and enter it in the credential.',
		},
		number_opted_out: {
			heldBack: 'optedOut',
			message: 'This person has opted out',
			description: 'KaiCalls sends nothing to this number. Remove it from your list.',
		},
		number_on_dnc: {
			heldBack: 'doNotContact',
			message: 'This number is on the do-not-call list',
			description: 'KaiCalls sends nothing to this number. Remove it from your list.',
		},
		tcpa_violation: {
			heldBack: 'notAllowedNow',
			message: 'The law does not allow contacting this number now',
			description:
				'It may be too early or too late where the person lives. The option "Contact Hours" waits for the daytime.',
		},
		content_blocked: {
			message: 'KaiCalls does not send this text',
			description: 'Change the message.',
		},
	}),
);

export const kaiCalls: Vendor<KaiCallsTier> = {
	name: 'KaiCalls',
	credential: 'kaiCallsOutreachApi',
	baseUrls: BASE_URLS,
	misleadingKey: testKey,
	listedBy: {
		agentId: 'Agent > Get Many',
		callId: 'Call > Get Many',
		communicationRunId: 'Communication Run > Get Many',
		conversationId: 'SMS Conversation > Get Many',
		eventIds: 'Event > Get Many',
		leadId: 'Lead > Get Many',
		phoneNumber: 'Phone Number > Get Many',
		webhookId: 'Webhook > Get Many',
		workspaceId: 'Workspace > Get Many',
	},
	spelling: 'snake_case',
	limits: {
		placeCall: { requests: 60, perSeconds: MINUTE },
		read: { requests: 300, perSeconds: MINUTE, inFlight: 50 },
		write: { requests: 60, perSeconds: MINUTE },
	},
	tierOf: (method) => (method === 'GET' ? 'read' : 'write'),
	explain: ({ code }: Refusal) => EXPLANATIONS.get(code),
	// The code decides, with any HTTP status.
	classify: ({ code }) => (EXPLANATIONS.get(code)?.heldBack ? 'final' : undefined),
};

export const routing = routingFor(kaiCalls);
