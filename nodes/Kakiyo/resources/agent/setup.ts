import { withSubject } from '../../../shared/operations/withSubject';
import { readId } from '../../../shared/operations/readers';
import type { OperationDescription } from '../../../shared/fields/resource';
import { rowsOf } from '../../../shared/values/rows';
import { readLinkedInAccount } from '../../linkedInAccount';
import { agentLocator } from '../../locators';
import { routing } from '../../vendor';

/** The account comes from a credential, because exported workflows contain the fields of a node. See docs/vendors/kakiyo.md#agents. */
export const setup: OperationDescription = {
	option: {
		name: 'Set Up',
		value: 'setup',
		action: 'Set up an agent',
		description: 'Connect an agent to the LinkedIn account of the credential "Kakiyo LinkedIn Account"',
		routing: routing.steps({
			endpoints: ['POST /agents/{agentId}/setup'],
			plan: (item) => ({ agentId: readId(item, 'agentId') }),
			async perform({ agentId }, api) {
				const body = readLinkedInAccount(await api.credential());
				const path = `/agents/${encodeURIComponent(agentId)}/setup`;
				const request = { method: 'POST', path, query: {}, body } as const;
				const apiRequest = { request, ids: { agentId }, holdsSecrets: true };
				const response = await api.send(apiRequest);
				return rowsOf(response.body).map((row) => withSubject(row, apiRequest, api.spelling));
			},
		}),
	},
	notice: 'Kakiyo signs in to LinkedIn with the account of the credential.',
	tool: { text: 'Signs in to LinkedIn with the account of the credential, for this agent. Not for a model.' },
	fields: [agentLocator],
};
