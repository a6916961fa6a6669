import { randomUUID } from 'node:crypto';

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { CREDENTIAL_TYPES } from '../../support/credentialTypes';
import { asStepOfAgent, itemsOf as rowsOfTool } from '../agents/reads';
import { newItems } from '../census/items';
import type { ItemMade } from '../census/sample';
import { asTool, hintsOf, retryNode, runNode, type NodeResult, type NodeRun, type TestCredential } from '../engine';
import { parametersFor, type Operation } from './setUp';
import type { VendorServer } from './vendorServer';
import { itemsOf, ON_ERROR, type Way } from './ways';

const LINKED_IN = { login: 'ada@acme.example', password: 'correct horse', country: 'FR' };

/** The output of a node, or its answer to a model. */
export interface NodeOutput {
	items: INodeExecutionData[];
	errors: INodeExecutionData[];
	/** Stops the workflow. */
	error?: NodeResult['error'];
	/** The execution waits; `items` is then the input with which it goes on, in which failures find their output later. */
	isWaiting: boolean;
	/** All that n8n stores of it or shows. */
	everything: string;
}

/** A run that is about to begin, and can be tried again. */
export interface Prepared {
	items: ItemMade[];
	/** What no text may hold. */
	secrets: string[];
	begin(): Promise<NodeOutput>;
	/** The same with other options of the node. */
	beginWith(options: IDataObject): Promise<NodeOutput>;
	/** n8n's Retry of the execution that has begun. */
	retry(): Promise<NodeOutput>;
}

/** What of a run is not as usual. */
export interface Unusual {
	/** Of the vendor. */
	origin?: string;
	/** In ms. */
	timeout?: number;
}

/** The node's own, and those that it takes beside it. */
function credentials(
	{ node }: Operation,
	server: VendorServer,
	{ origin }: Unusual,
): [TestCredential, TestCredential[]] {
	const id = randomUUID();
	const data = server.credentialFields(origin);
	const taken = node.create().description.credentials?.map(({ name }) => name) ?? [];
	const others = CREDENTIAL_TYPES.filter(({ name }) => name !== node.credentialType.name && taken.includes(name));
	return [
		{ id, type: node.credentialType, data },
		others.map((type) => ({ id: `${id}-${type.name}`, type, data: { ...data, ...LINKED_IN } })),
	];
}

const asData = (json: IDataObject): INodeExecutionData => ({ json, pairedItem: { item: 0 } });

/** The items of a result. If the execution waits, n8n shows no items: then the input with which it goes on. */
const itemsIn = ({ items, run }: NodeResult): INodeExecutionData[] =>
	run.waitTill
		? (run.data.executionData?.nodeExecutionStack[0]?.data.main?.[0] ?? []).map(({ json }, item) => ({
				json,
				pairedItem: { item },
			}))
		: items;

const nodeOutputOf = (result: NodeResult): NodeOutput => ({
	items: itemsIn(result),
	errors: result.errors,
	error: result.error,
	isWaiting: result.run.waitTill !== undefined,
	everything: JSON.stringify([result.run, result.error, hintsOf(result)]),
});

/** Makes the records that the operation is about, with the vendor's own key. */
export async function prepare(
	operation: Operation,
	way: Way,
	server: VendorServer,
	unusual: Unusual = {},
): Promise<Prepared> {
	server.begin();
	const items = await newItems(server, operation.sample, { items: itemsOf(way) });
	const [credential, otherCredentials] = credentials(operation, server, unusual);
	const run: NodeRun = {
		type: operation.node.create(),
		credential,
		otherCredentials,
		parameters: {
			...parametersFor(operation, way, server.sandbox, items),
			...(unusual.timeout !== undefined && { requestOptions: { timeout: unusual.timeout } }),
		},
		items,
		settings: { onError: ON_ERROR[way] },
		workflowId: credential.id,
		resumeToken: credential.id,
		staticData: {},
		isPublished: true,
	};
	let first: NodeResult | undefined;
	const beginOf = async (begun: NodeRun): Promise<NodeOutput> => {
		if (way === 'MCP') {
			const answer = String(await asTool(begun)({}));
			return { items: rowsOfTool(answer).map(asData), errors: [], isWaiting: false, everything: answer };
		}
		first = await runNode(way === 'agent' ? asStepOfAgent(begun) : begun);
		return nodeOutputOf(first);
	};
	return {
		items,
		secrets: [server.apiKey, LINKED_IN.password, LINKED_IN.login],
		begin: async () => await beginOf(run),
		beginWith: async (options) =>
			await beginOf({
				...run,
				parameters: { ...run.parameters, options: { ...Object(run.parameters.options), ...options } },
			}),
		async retry() {
			if (!first) throw new Error('Nothing has begun');
			return nodeOutputOf(await retryNode(run, first.stored));
		},
	};
}
