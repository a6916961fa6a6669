import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type INode, type INodeListSearchResult, type INodeParameters, type INodeType } from 'n8n-workflow';

import { additionalDataFor, type TestCredential } from './engine';

/** What n8n gives to a dropdown while the node's panel is open. */
export function editor(
	type: INodeType,
	credentials: TestCredential | TestCredential[],
	parameters: INodeParameters = {},
): LoadOptionsContext {
	const all = [credentials].flat();
	const { name } = type.description;
	const node: INode = {
		id: '1',
		name,
		type: name,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: Object.fromEntries(all.map(({ type: { name: typeName }, id }) => [typeName, { id, name: 'Test' }])),
	};
	const nodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };
	const workflow = new Workflow({ active: false, nodes: [node], connections: {}, nodeTypes });
	return new LoadOptionsContext(workflow, node, additionalDataFor(...all), '');
}

type Search = (this: LoadOptionsContext, filter?: string, token?: string) => Promise<INodeListSearchResult>;

/** Scrolls to the end of a list, as the user would. */
export async function scrolled(context: LoadOptionsContext, search: Search, filter?: string) {
	const pages = [await search.call(context, filter)];
	for (let page = pages[0]; page?.paginationToken !== undefined;) {
		page = await search.call(context, filter, String(page.paginationToken));
		pages.push(page);
	}
	return { results: pages.flatMap(({ results }) => results), pages: pages.length };
}
