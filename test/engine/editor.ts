import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type INode, type INodeListSearchResult, type INodeType } from 'n8n-workflow';

import { additionalDataFor, type NodeRun } from './engine';

/** What n8n gives to a dropdown while the node's panel is open. */
export function editor(type: INodeType, credential: NodeRun['credential']): LoadOptionsContext {
	const { name } = type.description;
	const node: INode = {
		id: '1',
		name,
		type: name,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [credential.type.name]: { id: credential.id, name: 'Test' } },
	};
	const nodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };
	const workflow = new Workflow({ active: false, nodes: [node], connections: {}, nodeTypes });
	return new LoadOptionsContext(workflow, node, additionalDataFor(credential), '');
}

type Search = (this: LoadOptionsContext, filter?: string, token?: string) => Promise<INodeListSearchResult>;

/** Scrolls to the end of a list, as the user would. */
export async function scrolled(context: LoadOptionsContext, search: Search, filter?: string) {
	const pages = [await search.call(context, filter)];
	for (let page = pages[0]; page?.paginationToken !== undefined; ) {
		page = await search.call(context, filter, String(page.paginationToken));
		pages.push(page);
	}
	return { results: pages.flatMap(({ results }) => results), pages: pages.length };
}
