import { byId } from '../../tools/seedTools';
import { Ids } from '../ids';
import type { KairoState } from '../state';
import { seedAgents, seedWorkflows } from './automation';
import { seedDocuments, seedSources, seedWindows } from './context';
import { seedRuns } from './runs';

/** A fresh account with the same data and IDs each time. */
export function seedState(): KairoState {
	const ids = new Ids();
	const agents = seedAgents(ids);
	const workflows = seedWorkflows(ids, agents);
	const sources = seedSources(ids);
	const documents = seedDocuments(ids, sources);
	return {
		ids,
		agents: byId(agents),
		workflows: byId(workflows),
		runs: byId(seedRuns(ids, agents, workflows)),
		sources: byId(sources),
		documents: byId(documents),
		windows: byId(seedWindows(ids, documents)),
		contextSettings: { refresh_minutes: 60 },
	};
}
