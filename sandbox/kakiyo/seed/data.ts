import { byId, cycle, day, numbers } from '../../tools/seedTools';
import { Conversations, type Message, type Qualification } from '../conversations';
import { Ids } from '../ids';
import { Imports } from '../imports';
import { normalisedUrl } from '../linkedin';
import { newAgent } from '../newAgent';
import { seedPrompts } from './prompts';
import type { Agent, Campaign, DncEntry, KakiyoState, Model, Product, Workspace } from '../state';

const teamId = 'team0a1b2c3d4e5f6g7h';
const campaignCount = 45;
const prospectCount = 230;
const dncCount = 120;

const campaignStatuses: ReadonlyArray<Campaign['status']> = ['active', 'paused', 'draft', 'active', 'completed'];
const conversationStatuses = [0, 1, 2, 3, 4, 5, 6, 7, 502] as const;
const places = [
	{ city: 'Lyon', country: 'France' },
	{ city: 'Leeds', country: 'United Kingdom' },
	{ city: 'Austin', country: 'United States' },
] as const;

function seedAgents(ids: Ids): Agent[] {
	const agent = (fields: Pick<Agent, 'name' | 'status' | 'login' | 'country' | 'alerts'>): Agent => ({
		...newAgent(ids.next('agent'), fields.name, fields.login),
		...fields,
		nextTask: fields.status === 'running' ? day(60) : null,
		usage: { invitations: 31, invitationsDaily: 12, messages: 88, messagesDaily: 20 },
	});
	return [
		agent({ name: 'Dana R', status: 'running', login: 'dana@acme.example', country: 'FR', alerts: [] }),
		agent({
			name: 'Noor B',
			status: 'paused',
			login: 'noor@acme.example',
			country: 'GB',
			alerts: [{ type: 'auth', subType: '2fa_required', message: 'Enter the code', severity: 'warning' }],
		}),
		agent({ name: 'Luca M', status: 'ended', login: 'luca@acme.example', country: 'US', alerts: [] }),
	];
}

function seedProducts(ids: Ids): Product[] {
	return ['PayFast', 'LedgerKit'].map((name, index) => ({
		id: ids.next('prod'),
		name,
		description: `${name} takes the paperwork out of finance teams`,
		createdAt: day(index),
	}));
}

function seedModels(): Model[] {
	return numbers(4).map((index) => ({
		id: `680321c8001e2f52aaa${index}`,
		name: `Outreach model ${index + 1}`,
		pricing: { input: 0.25 * (index + 1), output: 2 * (index + 1), cached: index === 0 ? null : 0.1 },
		status: 'active',
	}));
}

function seedCampaigns(ids: Ids, agent: string, product: string, prompt: string): Campaign[] {
	return numbers(campaignCount).map((index) => ({
		id: ids.next('campaign'),
		name: index === 0 ? 'Spring CFOs' : `Campaign ${String(index + 1).padStart(2, '0')}`,
		status: index === campaignCount - 1 ? 'disabled' : (cycle(campaignStatuses, index) ?? 'active'),
		agent,
		product,
		prompt,
		createdAt: day(index),
		qualificationAutomatic: 70,
		qualificationVerification: 50,
		variables: {},
		preventAutoStart: false,
		salesNavigatorUrls: [],
	}));
}

function seedMessages(index: number, status: number): Message[] {
	const sent: Message = {
		role: 'assistant',
		content: `Hello, person ${index}, how do you run payroll?`,
		date: day(40, 10),
	};
	const answered: Message = { role: 'user', content: 'Tell me more', date: day(41, 15) };
	if (status >= 4 && status <= 6) return [sent, answered];
	return status === 3 ? [sent] : [];
}

function qualificationOf(status: number): Qualification {
	if (status === 5) return 'qualified';
	if (status === 6) return 'unqualified';
	return status === 4 ? 'needVerification' : 'inProgress';
}

function seedConversations(ids: Ids, campaignId: string): Conversations {
	const conversations = new Conversations();
	for (const index of numbers(prospectCount)) {
		const status = cycle(conversationStatuses, index) ?? 0;
		const messages = seedMessages(index, status);
		conversations.add({
			chatId: ids.next('chat'),
			prospectId: ids.next('prospect'),
			campaignId,
			status,
			qualification: qualificationOf(status),
			paused: index % 10 === 9,
			lastMessage: messages.at(-1)?.date ?? null,
			customData: null,
			listId: null,
			profile: {
				name: `Person ${String(index).padStart(3, '0')}`,
				url: normalisedUrl(`seed-person-${index}`),
				headline: index % 2 === 0 ? 'CFO' : 'Head of Finance',
				currentCompanyName: index % 5 === 0 ? null : 'Acme',
				currentJobTitle: index % 2 === 0 ? 'CFO' : 'Head of Finance',
				currentCompanyWebsite: null,
				currentCompanyLinkedInUrl: null,
				location: cycle(places, index) ?? null,
				about: null,
			},
			messages,
		});
	}
	return conversations;
}

function seedDnc(ids: Ids): DncEntry[] {
	return numbers(dncCount).map((index) => ({
		$id: ids.next('dnc'),
		teamId,
		url: normalisedUrl(`do-not-contact-${index}`),
		$createdAt: day(20, index),
		$updatedAt: day(20, index),
	}));
}

function seedWorkspaces(ids: Ids): Workspace[] {
	return [{ id: ids.next('ws'), name: 'Acme', clientTeamId: 'team_9', createdAt: day(14), clientEmails: new Set() }];
}

/** A fresh team with the same data and ids each time. */
export function seedState(): KakiyoState {
	const ids = new Ids();
	const agents = seedAgents(ids);
	const products = seedProducts(ids);
	const models = seedModels();
	const prompts = seedPrompts(ids, models[0]?.id ?? '', day(2));
	const campaigns = seedCampaigns(ids, agents[0]?.id ?? '', products[0]?.id ?? '', prompts[0]?.id ?? '');
	return {
		teamId,
		ids,
		agents: byId(agents),
		campaigns: byId(campaigns),
		products: byId(products),
		prompts: byId(prompts),
		models: byId(models),
		conversations: seedConversations(ids, campaigns[0]?.id ?? ''),
		imports: new Imports(),
		dnc: new Map(seedDnc(ids).map((entry) => [entry.url, entry])),
		webhooks: new Map(),
		workspaces: byId(seedWorkspaces(ids)),
	};
}
