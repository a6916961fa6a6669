import { byId } from '../../tools/seedTools';
import { Ids } from '../ids';
import type { KaiCallsState } from '../state';
import { seedAgents, seedNumbers, seedPool, seedWorkspaces } from './account';
import { seedCalls } from './calls';
import { seedLeads } from './leads';
import { seedConversations, seedMessages } from './messages';
import { seedAttempts, seedJobs, seedRuns } from './runs';
import { seedUsage } from './usage';

/** A fresh account with the same data and ids each time. */
export function seedState(): KaiCallsState {
	const ids = new Ids();
	const workspaces = seedWorkspaces(ids);
	const agents = seedAgents(ids, workspaces);
	const numbers = seedNumbers(ids, agents);
	const leads = seedLeads(ids, agents);
	const conversations = seedConversations(ids, agents, leads);
	const runs = seedRuns(ids, workspaces);
	const jobs = seedJobs(ids, runs);
	return {
		ids,
		workspaces: byId(workspaces),
		agents: byId(agents),
		numbers: byId(numbers),
		pool: new Set(seedPool),
		calls: byId(seedCalls(ids, agents, leads)),
		leads: byId(leads),
		conversations: byId(conversations),
		messages: byId(seedMessages(ids, conversations)),
		webhooks: new Map(),
		events: new Map(),
		deliveries: new Map(),
		runs: byId(runs),
		runsByKey: new Map(),
		jobs: byId(jobs),
		attempts: byId(seedAttempts(ids, jobs)),
		usage: seedUsage(ids),
		callbacks: [],
	};
}
