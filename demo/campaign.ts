import { z } from 'zod';
import type { WorkflowFile } from './workflows';

const Campaign = z.object({ id: z.string(), name: z.string() });
const Campaigns = z.object({ data: z.array(Campaign).nonempty() });

/** A campaign of the Kakiyo account. */
export type Campaign = z.infer<typeof Campaign>;

/** The first campaign that the sandbox lists. */
export async function firstCampaign({ baseUrl, apiKey }: { baseUrl: string; apiKey: string }): Promise<Campaign> {
	const response = await fetch(`${baseUrl}/campaigns?limit=1`, { headers: { authorization: `Bearer ${apiKey}` } });
	return Campaigns.parse(await response.json()).data[0];
}

/** Chooses the campaign in every workflow that leaves the choice open. */
export function chooseCampaign(workflow: WorkflowFile, { id, name }: Campaign): WorkflowFile {
	const campaignId = { __rl: true, mode: 'list', value: id, cachedResultName: name };
	const nodes = workflow.nodes.map((node) =>
		'campaignId' in node.parameters ? { ...node, parameters: { ...node.parameters, campaignId } } : node,
	);
	return { ...workflow, nodes };
}
