import { newRun, newWebhook } from '../census/samples/kaicalls';
import { newWebhook as newKakiyoWebhook } from '../census/samples/kakiyo';
import { byId, known, markOf, type Given, type Sample, type Samples } from '../census/sample';
import type { Sandbox } from '../census/sandboxVendors';
import { readingOfSeed } from '../results/reads';

const listing = (given: Sample['given']): Sample => ({
	parameters: { returnAll: false, limit: 3 },
	given,
	item: (place) => ({ mark: markOf(place) }),
});

/** A run of the seed. @param field by which the node knows who has started it */
const aRun =
	(by: 'agent' | 'workflow', field: string): Sample['parameters'] =>
	({ kairo }) => {
		const run = [...kairo.state.runs.values()].find(({ started_by }) => started_by.type === by);
		return { runId: run?.id ?? '', [field]: byId(run?.started_by.id ?? '') };
	};

const aTrace: Sample['parameters'] = ({ kairo }) => ({ traceId: [...kairo.state.runs.values()][0]?.trace_id ?? '' });

function newEvent(place: number, { kaiCalls }: Sandbox): string {
	const [workspace] = [...kaiCalls.state.workspaces.values()];
	const id = `event_given_${place}`;
	const owned = { id, business_id: workspace?.id ?? '', created_at: kaiCalls.stamp() };
	kaiCalls.state.events.set(id, {
		...owned,
		event_type: 'lead.captured',
		object_type: 'lead',
		object_id: `lead_${place}`,
		payload: {},
	});
	kaiCalls.state.deliveries.set(id, {
		...owned,
		event_id: id,
		webhook_id: 'webhook',
		status: 'succeeded',
		attempts: [],
	});
	return id;
}

const newImport = (place: number): Given => ({
	request: {
		method: 'POST',
		path: '/prospects',
		body: { campaignId: 'campaign_001', name: 'Ada', url: `https://linkedin.com/in/given-${place}` },
	},
	idAt: ['listId'],
});

/** Samples that need a new record, because the seed has no such record; by the node's name. */
const OTHERS: Record<string, Samples> = {
	kaiCalls: {
		communicationRun: {
			get: { parameters: { communicationRunId: byId('={{ $json.id }}') }, given: newRun, item: known },
		},
		event: { getAll: listing(newEvent) },
		eventDelivery: { getAll: listing(newEvent) },
		webhook: { getAll: listing(newWebhook) },
	},
	kairo: {
		agent: { getRun: { parameters: aRun('agent', 'agentId'), item: known } },
		workflow: { getRun: { parameters: aRun('workflow', 'workflowId'), item: known } },
		analytics: { getTrace: { parameters: aTrace, item: known } },
	},
	kakiyo: {
		prospect: { getImport: { parameters: { listId: '={{ $json.id }}' }, given: newImport, item: known } },
		webhook: { getAll: listing(newKakiyoWebhook) },
	},
};

/** How an operation is run that only reads. */
export const readingSample = (
	{ name, displayName }: { name: string; displayName: string },
	resource: string,
	operation: string,
): Sample => OTHERS[name]?.[resource]?.[operation] ?? readingOfSeed(displayName);
