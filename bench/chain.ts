import { randomUUID } from 'node:crypto';
import type { IConnections, INode, IWorkflowSettings } from 'n8n-workflow';
import { TriggeredWorkflow } from '../test/e2e/triggerHarness';
import type { World } from './world';

/** A node as the benchmark describes it; credentials only by type. */
export interface Step {
	name: string;
	type: string;
	/** The default of this n8n when left out. */
	version?: number;
	parameters?: INode['parameters'];
	credential?: string;
	onError?: INode['onError'];
}

function nodeOf(
	world: World,
	{ name, type, version, parameters = {}, credential, onError }: Step,
	index: number,
): INode {
	const saved = credential === undefined ? undefined : world.credentials[credential];
	if (credential !== undefined && !saved) throw new Error(`There is no credential ${credential}`);
	return {
		id: randomUUID(),
		webhookId: randomUUID(),
		name,
		type,
		typeVersion: version ?? world.versions.default(type),
		position: [index * 200, 0],
		parameters,
		...(credential !== undefined && saved && { credentials: { [credential]: saved } }),
		...(onError && { onError }),
	};
}

/** Saves and publishes a workflow with its nodes in a row. */
export async function publishChain(
	world: World,
	name: string,
	steps: Step[],
	settings: IWorkflowSettings = {},
): Promise<TriggeredWorkflow> {
	const nodes = steps.map((step, index) => nodeOf(world, step, index));
	const connections: IConnections = {};
	nodes.forEach((node, index) => {
		const next = nodes[index + 1];
		if (next) connections[node.name] = { main: [[{ node: next.name, type: 'main', index: 0 }]] };
	});
	const id = await world.client.saveWorkflow({
		name,
		nodes,
		connections,
		settings: { executionOrder: 'v1', ...settings },
	});
	const workflow = TriggeredWorkflow.of(world.client, id);
	await workflow.activate();
	return workflow;
}
