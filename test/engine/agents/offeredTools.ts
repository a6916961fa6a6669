import { createNodeAsTool } from 'n8n-core/dist/execution-engine/node-execution-context/utils/create-node-as-tool';
import {
	NodeHelpers,
	traverseNodeParameters,
	type FromAIArgument,
	type INode,
	type INodeParameters,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { offeredBy } from '../description';
import { packageNodes } from '../executor/evaluations/nodes';

interface ArgumentShown {
	type?: string;
	description?: string;
}

/** A tool as a model sees it when a person has added it and changed nothing. */
export interface OfferedTool {
	vendor: string;
	/** As in "Campaign > Delete". */
	at: string;
	/** The node's name in n8n's editor, from which n8n makes the tool's name. */
	nodeName: string;
	text: string;
	arguments: Record<string, ArgumentShown>;
	/** Tokens of its words: its name, its text, and the name, type and description of each argument. */
	tokens: number;
	/** Tokens of its definition as JSON, as it is in a request to a model. */
	tokensOfJson: number;
	parameters: INodeParameters;
}

/** n8n makes a description of its own of each node for tools (n8n: tool-generation/ai-tools.js). */
export const asToolDescription = ({ description }: INodeType): INodeTypeDescription => ({
	...description,
	name: `${description.name}Tool`,
	displayName: `${description.displayName} Tool`,
});

/** What n8n fills in for a node of which only these are chosen. */
export function shownParameters(type: INodeType, chosen: INodeParameters): INodeParameters {
	const description = asToolDescription(type);
	const node: INode = {
		id: '1',
		name: 'Tool',
		type: description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: chosen,
	};
	return NodeHelpers.getNodeParameters(description.properties, chosen, true, false, node, description) ?? {};
}

const tokensIn = (text: string): number => Math.ceil(text.length / 4);

function offered(type: INodeType, at: string, action: string, chosen: INodeParameters): OfferedTool {
	const description = asToolDescription(type);
	const parameters = shownParameters(type, chosen);
	const nodeName = `${action} in ${type.description.displayName}`;
	const node: INode = { id: '1', name: nodeName, type: description.name, typeVersion: 1, position: [0, 0], parameters };
	const { response: tool } = createNodeAsTool({
		node,
		nodeType: Object.assign(Object.create(type), { description }),
		handleToolInvocation: async () => '',
	});
	const found: FromAIArgument[] = [];
	traverseNodeParameters(parameters, found);
	// n8n takes equal ones as one.
	const asked = [...new Map(found.map((argument) => [argument.key, argument])).values()];
	const properties = Object.fromEntries(
		asked.map(({ key, type: of, description: says }) => [key, { type: of, description: says }]),
	);
	const definition = JSON.stringify({
		name: tool.name,
		description: tool.description,
		parameters: { type: 'object', properties, required: Object.keys(properties) },
	});
	const words = [
		tool.name,
		tool.description,
		...asked.flatMap(({ key, type: of, description: says }) => [key, of, says]),
	].join(' ');
	return {
		vendor: type.description.displayName,
		at,
		nodeName,
		text: tool.description,
		arguments: properties,
		tokens: tokensIn(words),
		tokensOfJson: tokensIn(definition),
		parameters,
	};
}

/** All operations of the package as tools. */
export const offeredTools = (): OfferedTool[] =>
	packageNodes.flatMap(({ create }) => {
		const type = create();
		return offeredBy(type, { isTool: true }).operations.map(({ at, resource, option: { value, action = '' } }) =>
			offered(type, at, action, { resource, operation: value }),
		);
	});
