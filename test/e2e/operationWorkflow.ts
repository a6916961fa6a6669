import { randomUUID } from 'node:crypto';

import type { INode } from 'n8n-workflow';
import { z } from 'zod';

import { sandboxCredentials } from '../../demo/credentials';
import type { N8nClient } from '../../demo/client';
import type { WorkflowFile } from '../../demo/workflows';
import { credentialTypeOf } from '../../nodes/shared/engine/connection';
import { parametersSet } from '../engine/census/parameters';
import type { Sandbox } from '../engine/census/sandboxVendors';
import type { Writing } from '../engine/census/writing';
import { LATER } from './killedOperation';
import { step } from './callList';
import { rest } from './rest';

export const NODE = 'Node';

const Saved = z.object({ id: z.string() });
const SavedWorkflow = Saved.extend({ versionId: z.string() });

/** Saves a new credential that leads to a server by each of its addresses. */
async function saveCredential(
	client: N8nClient,
	type: string,
	name: string,
	origin: string,
): Promise<INode['credentials']> {
	// The stand brings the vendor's own key. Each operation has its account, and so limits of its own.
	const account = { apiKey: randomUUID(), baseUrl: `${origin}/baseUrl` };
	const accounts = {
		kaicalls: account,
		kairo: account,
		kakiyo: account,
		kayse: { ...account, callsBaseUrl: `${origin}/callsBaseUrl` },
	};
	const input = sandboxCredentials(accounts).find((credential) => credential.type === type);
	if (!input) throw new Error(`There is no account for ${type}`);
	const { id } = Saved.parse(await rest(client, 'POST', '/credentials', { ...input, name }));
	return { [type]: { id, name } };
}

/**
 * Publishes a workflow in which the operation runs over the items that a webhook brings, and a later step calls the same server.
 * @returns its ID
 */
export async function publishOperation(
	client: N8nClient,
	writing: Writing,
	sandbox: Sandbox,
	path: string,
	origin: string,
): Promise<string> {
	const { description, name } = writing;
	const nodes = [
		step('Webhook', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path, options: {} }, { webhookId: path }),
		step('Items', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.items', options: {} }),
		step(NODE, `n8n-nodes-outreach-agents.${description.name}`, 1, parametersSet(writing, sandbox, false), {
			onError: 'continueRegularOutput',
		}),
		step('Later', 'n8n-nodes-base.httpRequest', 4.2, { url: `${origin}/${LATER}`, options: {} }, { executeOnce: true }),
	];
	const [, , node] = nodes;
	if (!node) throw new Error('There is no node');
	const type = credentialTypeOf({ getNode: () => node }, writing.vendor);
	const credentials = await saveCredential(client, type, name, origin);
	const links = nodes
		.slice(1)
		.map((after, before) => [nodes[before]?.name, { main: [[{ node: after.name, type: 'main' as const, index: 0 }]] }]);
	const workflow: WorkflowFile = {
		name,
		nodes: nodes.map((each) => (each === node ? { ...each, credentials } : each)),
		connections: Object.fromEntries(links),
		settings: { executionOrder: 'v1' },
	};
	const { id, versionId } = SavedWorkflow.parse(await rest(client, 'POST', '/workflows', workflow));
	await rest(client, 'POST', `/workflows/${id}/activate`, { versionId });
	return id;
}
