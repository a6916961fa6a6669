import type { INodeType } from 'n8n-workflow';

import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { Kairo } from '../../../nodes/Kairo/Kairo.node';
import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { Kayse } from '../../../nodes/Kayse/Kayse.node';
import type { Bench } from '../bench';
import { offeredBy } from '../description';
import { KaiCallsBench } from '../kaicalls';
import { KairoBench } from '../kairo';
import { KakiyoBench } from '../kakiyo';
import { KayseBench } from '../kayse';
import type { Wrap } from './forms';

const named =
	(name: string): Wrap =>
	(rows) => ({ [name]: rows });

const bare: Wrap = (rows) => rows;

/** What a vendor's lists are wrapped in, by operation; `''` for those that are not named. */
type Envelopes = Record<string, Wrap> & { '': Wrap };

export interface ListVendor {
	name: string;
	node: INodeType & { methods: { listSearch: object; loadOptions?: object } };
	bench: () => Bench;
	envelopes: Envelopes;
	/** Lists without Return All. */
	short: string[];
	/** The smallest page that its documents name. */
	leastPage: number;
	/** Operations whose answer may be a list or one record. */
	figures: string[];
	/** Its lists as dropdowns read them. */
	choices: Record<string, Wrap>;
}

const dncEntries: Wrap = (entries) => ({
	error: null,
	data: { entries, total: entries.length, limit: 100, offset: 0 },
});

export const VENDORS: ListVendor[] = [
	{
		name: 'Kakiyo',
		node: new Kakiyo(),
		bench: () => new KakiyoBench(),
		envelopes: {
			'': bare,
			'dnc getAll': dncEntries,
			'model getAll': named('models'),
			'prospect search': named('prospects'),
			'workspace getAll': named('workspaces'),
		},
		short: ['webhook getEvents', 'webhook getTestEvents'],
		leastPage: 20,
		figures: [],
		choices: {
			searchConversations: named('prospects'),
			searchDncEntries: dncEntries,
			searchModels: named('models'),
			searchProspects: named('prospects'),
			searchWorkspaces: named('workspaces'),
		},
	},
	{
		name: 'KaiCalls',
		node: new KaiCalls(),
		bench: () => new KaiCallsBench(),
		envelopes: {
			'': bare,
			'account getBalance': named('businesses'),
			'agent getAll': named('agents'),
			'availablePhoneNumber getAll': named('available_numbers'),
			'call getAll': named('calls'),
			'communicationAttempt getAll': named('attempts'),
			'communicationJob getAll': named('jobs'),
			'communicationRun getAll': named('communication_runs'),
			'event getAll': named('events'),
			'eventDelivery getAll': named('deliveries'),
			'lead getAll': named('leads'),
			'phoneNumber getAll': named('numbers'),
			'smsConversation getAll': named('conversations'),
			'smsMessage getAll': named('messages'),
			'transcript getAll': named('transcripts'),
			'usage getAll': named('usage'),
			'webhook getAll': named('webhooks'),
			'workspace getAll': named('workspaces'),
		},
		short: ['account getBalance'],
		leastPage: 50,
		figures: ['getAgents', 'getBusinesses', 'getCalls', 'getDashboard', 'getFunnel', 'getWeek'].map(
			(name) => `analytics ${name}`,
		),
		choices: {
			getWebhookEvents: named('events'),
			searchAgents: named('agents'),
			searchAvailableNumbers: named('numbers'),
			searchCalls: named('calls'),
			searchCommunicationRuns: named('runs'),
			searchConversations: named('conversations'),
			searchLeads: named('leads'),
			searchPhoneNumbers: named('numbers'),
			searchWebhooks: named('webhooks'),
			searchWorkspaces: named('workspaces'),
		},
	},
	{
		name: 'Kayse',
		node: new Kayse(),
		bench: () => new KayseBench(),
		envelopes: { '': bare, 'caseList getAll': named('case_lists') },
		short: [],
		leastPage: 25,
		figures: [],
		choices: { searchCaseLists: named('lists') },
	},
	{
		name: 'KAIRO',
		node: new Kairo(),
		bench: () => new KairoBench(),
		envelopes: {
			'': named('items'),
			'agent getAll': named('agents'),
			'context getDocuments': named('documents'),
			'context getSources': named('sources'),
			'workflow getAll': named('workflows'),
		},
		short: [],
		leastPage: 20,
		figures: ['analytics getCosts', 'analytics getLatency', 'analytics getUsage'],
		choices: { searchAgents: named('agents'), searchSources: named('sources'), searchWorkflows: named('workflows') },
	},
];

/** Operations that show Return All, as `agent getAll`. API Request returns answers unchanged; its paging is the user's. */
export function listsOf({ node, short }: Pick<ListVendor, 'node' | 'short'>): string[] {
	const returnAll = node.description.properties.filter(({ name }) => name === 'returnAll');
	const shows = (resource: unknown, operation: unknown) =>
		returnAll.some(({ displayOptions: { show } = {} }) => {
			const isShown = (among: unknown, value: unknown) => !Array.isArray(among) || among.includes(value);
			return isShown(show?.resource, resource) && isShown(show?.operation, operation);
		});
	const paged = offeredBy(node).operations.flatMap(({ resource, option: { value } }) =>
		value !== 'apiRequest' && shows(resource, value) ? [`${String(resource)} ${String(value)}`] : [],
	);
	return [...paged, ...short];
}
