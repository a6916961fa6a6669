import { byId, known, markOf, named, type Given, type Sample, type Samples } from '../sample';
import type { Sandbox } from '../sandboxVendors';

const campaignId = byId('campaign_001');

const person = (place: number) => ({
	mark: markOf(place),
	name: `Person ${markOf(place)}`,
	url: `https://linkedin.com/in/person-${markOf(place)}`,
});

const noPerson = { name: 'Nobody', url: 'https://linkedin.com/company/acme' };

const newAgent = (): Given => ({ request: { method: 'POST', path: '/agents' } });

/** An agent of the seed that has ended or, as it has no alerts, may go on. */
const agentOf =
	(status: 'ended' | 'paused') =>
	(place: number, { kakiyo: { state } }: Sandbox): string => {
		const [model] = [...state.agents.values()].filter(({ alerts }) => alerts.length === 0);
		if (!model) throw new Error('Every agent has alerts');
		const id = `agent_given_${place}`;
		state.agents.set(id, { ...model, id, status });
		return id;
	};

const onAgent = (given: Sample['given'], parameters: Sample['parameters'] = {}): Sample => ({
	parameters: { agentId: byId('={{ $json.id }}'), ...parameters },
	given,
	item: known,
});

const newCampaign = (place: number, more: object = {}): Given => ({
	request: {
		method: 'POST',
		path: '/campaigns',
		body: {
			name: `Given ${place}`,
			agentId: 'agent_001',
			productId: 'prod_001',
			promptId: 'prompt_001',
			variables: {},
			...more,
		},
	},
});

const onCampaign = (parameters: Sample['parameters'] = {}): Sample => ({
	parameters: { campaignId: byId('={{ $json.id }}'), ...parameters },
	given: (place) => newCampaign(place),
	item: known,
});

function promptOf(place: number, { kakiyo: { state } }: Sandbox): string {
	const [model] = [...state.prompts.values()];
	if (!model) throw new Error('The seed has no prompt');
	const id = `prompt_given_${place}`;
	state.prompts.set(id, { ...model, id });
	return id;
}

/** A conversation of the seed that has been paused, so that its prospect may be deleted. */
function pausedChat({ kakiyo }: Sandbox) {
	const chat = kakiyo.state.conversations.all().find(({ paused }) => !paused);
	if (!chat) throw new Error('There are not that many conversations');
	chat.paused = true;
	return chat;
}

const onChat = (parameters: Sample['parameters'] = {}): Sample => ({
	parameters: { chatId: byId('={{ $json.id }}'), ...parameters },
	given: (_, sandbox) => pausedChat(sandbox).chatId,
	item: known,
});

const event = 'linkedin.message.received';

const switching = (sample: Sample): Sample => ({
	...sample,
	harmlessTwice: 'What is paused stays paused, and what runs goes on',
});

export const newWebhook = (place: number): Given => ({
	request: {
		method: 'POST',
		path: '/webhooks',
		body: { name: `Given ${place}`, url: 'https://crm.example/in', events: [event] },
	},
});

const newWorkspace = (place: number): Given => ({
	request: { method: 'POST', path: '/workspaces', body: { name: `Given ${place}` } },
});

const onWorkspace = (parameters: Sample['parameters'] = {}): Sample => ({
	parameters: { workspaceId: byId('={{ $json.id }}'), ...parameters },
	given: newWorkspace,
	item: known,
});

const activeCampaigns = ({ state }: Sandbox['kakiyo']): string[] =>
	[...state.campaigns.values()].filter(({ status }) => status === 'active').map(({ id }) => id);

/** More than two requests of 100 rows. */
const CHUNKED = 202;

const chunksOf = (bad: object): Sample['chunks'] => ({ items: CHUNKED, bad: (item) => ({ ...item, ...bad }) });

export const kakiyoSamples: Samples = {
	agent: {
		create: { parameters: { additionalFields: { name: '={{ $json.name }}' } }, item: named },
		delete: onAgent(agentOf('ended'), { agentIdToDelete: byId('={{ $json.id }}') }),
		pause: switching(onAgent(newAgent)),
		relaunch: onAgent(agentOf('ended')),
		resume: switching(onAgent(agentOf('paused'))),
		setup: onAgent(newAgent, { authentication: 'linkedInAccount' }),
		update: onAgent(newAgent, { updateFields: { invitationsOnly: true } }),
	},
	campaign: {
		create: {
			parameters: {
				name: '={{ $json.name }}',
				agentId: byId('agent_001'),
				productId: byId('prod_001'),
				promptId: byId('prompt_001'),
			},
			item: named,
		},
		delete: {
			...onCampaign({ campaignIdToDelete: byId('={{ $json.id }}') }),
			given: (place) => newCampaign(place, { preventAutoStart: true }),
		},
		pause: switching(onCampaign()),
		resume: switching(onCampaign()),
		update: onCampaign({ updateFields: { name: 'Renamed' } }),
	},
	dnc: {
		add: { item: person, chunks: chunksOf(noPerson), harmlessTwice: 'Who is on the list stays on it' },
		remove: {
			// Which is looked up first.
			parameters: { entryId: { __rl: true, mode: 'url', value: '={{ $json.url }}' } },
			given: (place) => ({
				request: { method: 'POST', path: '/dnc', body: { url: person(place).url } },
				idAt: ['data', '$id'],
			}),
			item: (place, id) => ({ ...known(place, id), url: person(place).url }),
			notThere: 'is not on the Do Not Contact list',
		},
	},
	product: {
		create: { parameters: { name: '={{ $json.name }}', description: 'Bookkeeping for small shops' }, item: named },
	},
	prompt: {
		create: { parameters: { name: '={{ $json.name }}', modelId: byId('680321c8001e2f52aaa0') }, item: named },
		update: {
			parameters: { promptId: byId('={{ $json.id }}'), updateFields: { followUpEnabled: false } },
			given: promptOf,
			item: known,
		},
	},
	prospect: {
		add: { parameters: { campaignId }, item: person, chunks: chunksOf(noPerson) },
		delete: {
			parameters: { prospectId: byId('={{ $json.id }}') },
			given: (_, sandbox) => pausedChat(sandbox).prospectId,
			item: known,
			chunks: chunksOf({ id: 'prospect_x', mark: 'prospect_x' }),
		},
		distribute: {
			parameters: ({ kakiyo }) => ({ campaignIds: activeCampaigns(kakiyo).slice(0, 2) }),
			item: person,
			chunks: chunksOf(noPerson),
		},
		importSalesNavigator: {
			parameters: {
				campaignId,
				searchUrl: '=https://www.linkedin.com/sales/search/people?query={{ $json.mark }}',
				requestedCount: 100,
			},
			item: named,
		},
		pause: switching(onChat()),
		qualify: onChat(),
		resume: switching(onChat()),
		updateCustomData: { ...onChat({ customData: 'Met at SaaStr' }), harmlessTwice: 'It replaces the whole text' },
	},
	webhook: {
		create: {
			parameters: { name: '={{ $json.name }}', webhookUrl: 'https://crm.example/in', events: [event] },
			item: named,
		},
		delete: { parameters: { webhookIdToDelete: byId('={{ $json.id }}') }, given: newWebhook, item: known },
		sendTest: {
			parameters: { event: byId(event), options: { data: '={ "note": "{{ $json.mark }}" }' } },
			given: newWebhook,
			item: named,
		},
		update: {
			parameters: { webhookId: byId('={{ $json.id }}'), updateFields: { name: 'Renamed' } },
			given: newWebhook,
			item: known,
		},
	},
	workspace: {
		assignAgent: { ...onWorkspace({ agentId: byId('agent_001') }), harmlessTwice: 'Who is assigned stays assigned' },
		create: { parameters: { name: '={{ $json.name }}' }, item: named },
		delete: onWorkspace({ workspaceIdToDelete: byId('={{ $json.id }}') }),
		inviteClient: onWorkspace({ email: 'client@acme.example' }),
		removeClient: {
			parameters: { workspaceId: byId('ws_001'), emailToRemove: '={{ $json.mark }}@acme.example' },
			given: (place) => ({
				request: {
					method: 'POST',
					path: '/workspaces/ws_001/invite',
					body: { email: `${markOf(place)}@acme.example` },
				},
			}),
			item: named,
		},
		unassignAgent: {
			parameters: { workspaceId: byId('ws_001'), agentIdToUnassign: byId('={{ $json.id }}') },
			given(place, sandbox) {
				const id = agentOf('paused')(place, sandbox);
				const agent = sandbox.kakiyo.state.agents.get(id);
				if (agent) agent.workspaceId = 'ws_001';
				return id;
			},
			item: known,
		},
	},
};
