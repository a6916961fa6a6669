import { z } from 'zod';
import { valueAt } from '../nodes/shared/values/json';
import type { WorkflowFile } from './workflows';

const Source = z.object({ id: z.string(), name: z.string() });
const Sources = z.object({ data: z.array(Source).nonempty() });

/** A source of documents for KAIRO's agents. */
export type Source = z.infer<typeof Source>;

/** The first source that the sandbox lists. */
export async function firstSource({ baseUrl, apiKey }: { baseUrl: string; apiKey: string }): Promise<Source> {
	const response = await fetch(`${baseUrl}/context/sources`, { headers: { authorization: `Bearer ${apiKey}` } });
	return Sources.parse(await response.json()).data[0];
}

/** Chooses the source in every workflow that leaves the choice open. */
export function chooseSource(workflow: WorkflowFile, { id, name }: Source): WorkflowFile {
	const sourceId = { __rl: true, mode: 'list', value: id, cachedResultName: name };
	const nodes = workflow.nodes.map((node) =>
		valueAt(node.parameters.sourceId, 'value') === ''
			? { ...node, parameters: { ...node.parameters, sourceId } }
			: node,
	);
	return { ...workflow, nodes };
}
