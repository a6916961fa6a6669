import 'reflect-metadata';
import { setImmediate } from 'node:timers/promises';

import { Container } from '@n8n/di';
import {
	DirectoryLoader,
	ExecuteSingleContext,
	ExecutionLifecycleHooks,
	ExternalSecretsProxy,
	RoutingNode,
	SupplyDataContext,
	WorkflowExecute,
} from 'n8n-core';
import { makeHandleToolInvocation } from 'n8n-core/dist/execution-engine/node-execution-context/utils/get-input-connection-data';
import {
	createRunExecutionData,
	ICredentialsHelper,
	NodeConnectionTypes,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type IExecuteData,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type INode,
	type INodeConnections,
	type INodeCredentialsDetails,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypeDescription,
	type INodeTypes,
	type IRun,
	type IRunExecutionData,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { provideProcessedData } from './processedData';

/*
 * Runs one node in n8n's engine.
 * Real: n8n-core's WorkflowExecute, RoutingNode and tool calls, n8n's HTTP client, the node.
 * Not real: n8n's database (static data and processed data are in memory), the store of credentials, and the time, which passes
 * 100 times as fast (scaledTime.ts).
 */

/** A credential as the user has saved it. */
export interface TestCredential {
	id: string;
	type: ICredentialType;
	data: ICredentialDataDecryptedObject;
	/** n8n cannot read it any more, from this reading on (the first is 0): such as a secrets store that is gone. */
	unreadableFrom?: number;
}

/** Runs one node in n8n's own execution engine, over real HTTP. */
export interface NodeRun {
	type: INodeType;
	credential: TestCredential;
	/** Credentials of other types that the node has, too. */
	otherCredentials?: TestCredential[];
	parameters: INodeParameters;
	/** Data of the input items; one empty item when absent. */
	items?: IDataObject[];
	/** Node settings such as `onError`, `retryOnFail`, `maxTries`, `waitBetweenTries`, `executeOnce`. */
	settings?: Partial<INode>;
	/** The workflow's static data, which n8n saves from one execution of a published workflow to the next. */
	staticData?: IDataObject;
	/** Another workflow has other keys in n8n's database. */
	workflowId?: string;
	/** How n8n runs the workflow; by hand when absent. */
	mode?: WorkflowExecuteMode;
	/** Whether the workflow is published, as far as the node can see: not where n8n has a snapshot of it. */
	isPublished?: boolean;
	/** What n8n has stored of the execution before, as when it was put to wait. */
	stored?: IRunExecutionData;
	/** The way in which n8n comes to the node's code. */
	entryPoint?: EntryPoint;
	/** An n8n that evaluates expressions in Resource and Operation; later ones take the "=" away, but of a lone `$fromAI()`. */
	evaluatesOperation?: boolean;
	/** An n8n from before a node could ask to be run again. */
	knowsNoRequests?: boolean;
	/** How many times a loop runs the node, each time over all items. */
	turns?: number;
	/** What the user has called the node; its ID stays. */
	name?: string;
	/** Parameters of another node of the same type, which follows it. */
	then?: INodeParameters;
	/** What n8n stores with an execution and takes over into its Retry. Another one for each run when absent. */
	resumeToken?: string;
	/** Another one for each Retry, too. */
	executionId?: string;
	/** The items of the previous node's first output; the items of the run then come from its second, as with an If. */
	otherBranch?: IDataObject[];
	/** Where waiting executions are called back; no server listens there when absent. */
	waitingUrl?: string;
	/** Called with a function that does what the Stop button does. */
	onStart?: (stop: () => void) => void;
}

/**
 * - `customOperations`: with all items at once, as in workflows
 * - `routing`: n8n's RoutingNode enters for every item in one go, as where n8n does not look at `customOperations`
 * - `one by one`: an engine that enters for each item when it has the rows of the item before
 */
export type EntryPoint = 'customOperations' | 'routing' | 'one by one';

export interface NodeResult {
	/** Items of the first output. */
	items: INodeExecutionData[];
	/** Items of the error output. */
	errors: INodeExecutionData[];
	error: { message: string; description?: string | null; httpCode?: string | null; context?: IDataObject } | undefined;
	run: IRun;
	/** What n8n stores of it: as it is a moment after it ended, or was cancelled. */
	stored: IRun;
}

const SOURCE = 'Items';
const LOOP = 'Loop';
export const NODE = 'Node';
export const NEXT_NODE = 'Next Node';

/** A node type of the tests' own, which is not under test. */
function aroundIt(name: string, inputs: INodeTypeDescription['inputs'], execute: INodeType['execute']): INodeType {
	return {
		description: {
			displayName: name,
			name,
			group: ['input'],
			version: 1,
			description: '',
			defaults: {},
			inputs,
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		execute,
	};
}

const asItems = (data: IDataObject[]): INodeExecutionData[] =>
	data.map((json, item) => ({ json, pairedItem: { item } }));

const sourceType = (items: IDataObject[], otherBranch?: IDataObject[]): INodeType => {
	const outputs = otherBranch ? [asItems(otherBranch), asItems(items)] : [asItems(items)];
	const type = aroundIt('items', [], async () => outputs);
	return { ...type, description: { ...type.description, outputs: outputs.map(() => NodeConnectionTypes.Main) } };
};

/** Sends the source's items as often as wanted. */
const loopType = (items: IDataObject[], turns: number): INodeType =>
	aroundIt('loop', [NodeConnectionTypes.Main], async function () {
		const turn: unknown = this.evaluateExpression('{{ $runIndex }}', 0);
		return [Number(turn) < turns ? items.map((json, item) => ({ json, pairedItem: { item } })) : []];
	});

type ExecuteContext = ConstructorParameters<typeof RoutingNode>[0];

/** What n8n's routing calls for an operation. */
function entryOf({ description }: INodeType, { resource, operation }: INodeParameters) {
	const dropdowns = description.properties.filter(
		({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.resource?.includes(String(resource)),
	);
	const option = dropdowns
		.flatMap(({ options = [] }) => options)
		.find((each) => 'value' in each && each.value === operation);
	const own = option && 'routing' in option ? option.routing?.operations?.pagination : undefined;
	const entry = own ?? description.requestOperations?.pagination;
	if (typeof entry !== 'function') throw new Error(`No routing for ${String(resource)} > ${String(operation)}`);
	return entry;
}

async function enterOneByOne(context: ExecuteContext, type: INodeType): Promise<INodeExecutionData[][]> {
	const {
		workflow,
		node,
		additionalData,
		mode,
		runExecutionData,
		runIndex,
		connectionInputData,
		inputData,
		executeData,
	} = context;
	const entry = entryOf(type, node.parameters);
	const rows: INodeExecutionData[] = [];
	for (const index of context.getInputData().keys()) {
		const single = new ExecuteSingleContext(
			workflow,
			node,
			additionalData,
			mode,
			runExecutionData,
			runIndex,
			connectionInputData,
			inputData,
			index,
			executeData,
			context.getExecutionCancelSignal(),
		);
		const routed = Object.assign(single, { makeRoutingRequest: async () => [] });
		rows.push(...(await entry.call(routed, { options: {}, preSend: [], postReceive: [], requestOperations: {} })));
	}
	return [rows];
}

function withExpressionsEverywhere({ properties, ...description }: INodeTypeDescription): INodeTypeDescription {
	return { ...description, properties: properties.map((property) => ({ ...property, noDataExpression: false })) };
}

type CustomOperations = NonNullable<INodeType['customOperations']>;
type CustomOperation = CustomOperations[string][string];

const withoutRequests = (operation: CustomOperation): CustomOperation =>
	async function (this: IExecuteFunctions) {
		return await operation.call(Object.assign(this, { subNodeExecutionResults: undefined }));
	};

const eachOperation = (
	operations: CustomOperations,
	change: (operation: CustomOperation) => CustomOperation,
): CustomOperations =>
	Object.fromEntries(
		Object.entries(operations).map(([resource, byOperation]) => [
			resource,
			Object.fromEntries(Object.entries(byOperation).map(([name, operation]) => [name, change(operation)])),
		]),
	);

/** A declarative node runs as n8n makes it run (n8n: dist/node-types.js). */
function runnable(
	type: INodeType,
	{
		entryPoint = 'customOperations',
		evaluatesOperation = false,
		knowsNoRequests = false,
	}: Pick<NodeRun, 'entryPoint' | 'evaluatesOperation' | 'knowsNoRequests'>,
): INodeType {
	// Adds Request Options, such as Batching, as loading the package does.
	DirectoryLoader.applyDeclarativeNodeOptionParameters(type);
	return Object.create(type, {
		...(evaluatesOperation && { description: { value: withExpressionsEverywhere(type.description) } }),
		execute: {
			value: async function (this: ExecuteContext) {
				return entryPoint === 'one by one'
					? await enterOneByOne(this, type)
					: ((await new RoutingNode(this, type).runNode()) ?? []);
			},
		},
		...(entryPoint !== 'customOperations' && { customOperations: { value: undefined } }),
		...(knowsNoRequests && {
			customOperations: { value: eachOperation(type.customOperations ?? {}, withoutRequests) },
		}),
	});
}

/** n8n's credentials, each with the data of its own type. */
class Credentials extends ICredentialsHelper {
	private readonly byType: Map<string, TestCredential>;

	private readings = 0;

	constructor(credentials: TestCredential[]) {
		super();
		this.byType = new Map(credentials.map((credential) => [credential.type.name, credential]));
	}

	private of(type: string): TestCredential {
		const credential = this.byType.get(type);
		if (!credential) throw new Error(`Credential with ID "1" does not exist for type "${type}".`);
		return credential;
	}

	getParentTypes = () => [];

	isCredentialUsableByNode = () => true;

	async authenticate(data: ICredentialDataDecryptedObject, type: string, request: IHttpRequestOptions) {
		const { authenticate } = this.of(type).type;
		return typeof authenticate === 'function' ? await authenticate(data, request) : request;
	}

	preAuthentication = async () => undefined;

	runPreAuthentication = async () => undefined;

	getCredentials = async (): Promise<never> => {
		throw new Error('not needed here');
	};

	async getDecrypted(_additionalData: IWorkflowExecuteAdditionalData, _node: INodeCredentialsDetails, type: string) {
		const { data, unreadableFrom = Infinity } = this.of(type);
		this.readings += 1;
		if (this.readings > unreadableFrom) throw new Error('The vault is sealed');
		return { ...data };
	}

	updateCredentials = async () => {};

	updateCredentialsOauthTokenData = async () => {};

	getCredentialsProperties = (type: string) => this.of(type).type.properties;
}

export function additionalDataFor(...credentials: TestCredential[]): IWorkflowExecuteAdditionalData {
	const unused = async (): Promise<never> => {
		throw new Error('not needed here');
	};
	return {
		credentialsHelper: new Credentials(credentials),
		externalSecretsProxy: Container.get(ExternalSecretsProxy),
		executeWorkflow: unused,
		getRunExecutionData: unused,
		getRuntimeCredential: unused,
		startRunnerTask: unused,
		currentNodeExecutionIndex: 0,
		restApiUrl: 'http://127.0.0.1/n8n',
		instanceBaseUrl: 'http://127.0.0.1/n8n',
		formBaseUrl: 'http://127.0.0.1/n8n',
		formWaitingBaseUrl: 'http://127.0.0.1/n8n',
		formTestBaseUrl: 'http://127.0.0.1/n8n',
		webhookBaseUrl: 'http://127.0.0.1/n8n',
		webhookWaitingBaseUrl: 'http://127.0.0.1/n8n',
		webhookTestBaseUrl: 'http://127.0.0.1/n8n',
		mcpBaseUrl: 'http://127.0.0.1/n8n',
		mcpTestBaseUrl: 'http://127.0.0.1/n8n',
		variables: {},
		logAiEvent: () => {},
		hooks: new ExecutionLifecycleHooks('manual', '1', {
			id: '1',
			name: 'test',
			active: false,
			isArchived: false,
			createdAt: new Date(0),
			updatedAt: new Date(0),
			nodes: [],
			connections: {},
			activeVersionId: null,
		}),
	};
}

/** A workflow of two nodes, ready to run: the source of the items, and the node. */
export interface Stage {
	workflow: Workflow;
	node: INode;
	source: INode;
	additionalData: IWorkflowExecuteAdditionalData;
}

/** A workflow of an item source and the node, in the engine's terms. */
export function stage(
	{
		type,
		credential,
		otherCredentials = [],
		parameters,
		items = [{}],
		settings = {},
		staticData,
		workflowId = '1',
		isPublished,
		stored,
		turns,
		then,
		otherBranch,
		waitingUrl,
		executionId,
		name: nodeName = NODE,
		...n8n
	}: NodeRun,
	typeName: string,
): Stage {
	const types: Record<string, INodeType> = {
		items: sourceType(items, otherBranch),
		loop: loopType(items, turns ?? 0),
		[typeName]: runnable(type, n8n),
	};
	const typeOf = (name: string): INodeType => {
		const found = types[name];
		if (!found) throw new Error(`No node type ${name}`);
		return found;
	};
	const nodeTypes: INodeTypes = { getByName: typeOf, getByNameAndVersion: typeOf, getKnownTypes: () => ({}) };
	const inWorkflow = (id: string, name: string, nodeType: string, rest: Partial<INode> = {}): INode => ({
		id,
		name,
		type: nodeType,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...rest,
	});
	const source = inWorkflow('1', SOURCE, 'items');
	const all = [credential, ...otherCredentials];
	const credentials = Object.fromEntries(all.map(({ type: { name }, id }) => [name, { id, name: 'Test' }]));
	const to = (node: string): INodeConnections => ({ main: [[{ node, type: NodeConnectionTypes.Main, index: 0 }]] });
	const workflow = new Workflow({
		id: workflowId,
		name: 'test',
		active: isPublished ?? false,
		nodeTypes,
		nodes: [
			source,
			inWorkflow('2', nodeName, typeName, { parameters, credentials, ...settings }),
			inWorkflow('3', LOOP, 'loop'),
			inWorkflow('4', NEXT_NODE, typeName, { parameters: then ?? {}, credentials, disabled: !then }),
		],
		connections:
			turns === undefined
				? {
						[SOURCE]: { main: [...(otherBranch ? [[]] : []), ...(to(nodeName).main ?? [])] },
						...(then && { [nodeName]: to(NEXT_NODE) }),
					}
				: { [SOURCE]: to(LOOP), [LOOP]: to(nodeName), [nodeName]: to(LOOP) },
		settings: { executionOrder: 'v1', timezone: 'America/New_York' },
		staticData,
	});
	const node = workflow.getNode(nodeName);
	if (!node) throw new Error('The workflow lost its node');
	const additionalData = {
		...additionalDataFor(...all),
		getRunExecutionData: async () => stored ?? createRunExecutionData(),
	};
	if (waitingUrl !== undefined) additionalData.webhookWaitingBaseUrl = waitingUrl;
	if (executionId !== undefined) additionalData.executionId = executionId;
	return { workflow, node, source, additionalData };
}

const provided = provideProcessedData();

/** Runs the node over its items, as a workflow does. */
export async function runNode(run: NodeRun): Promise<NodeResult> {
	await provided;
	const { workflow, source, additionalData } = stage(run, run.type.description.name);
	const { resumeToken } = run;
	const execution = new WorkflowExecute(
		additionalData,
		run.mode ?? 'manual',
		createRunExecutionData({ resumeToken }),
	).run({
		workflow,
		startNode: source,
	});
	const stored = storedBy(additionalData);
	run.onStart?.(() => execution.cancel());
	return resultOf(await execution, await stored, run.name);
}

/** n8n stores an execution when it has ended, and does not wait for the nodes of one that is cancelled (n8n: execution-lifecycle-hooks.js). */
const storedBy = async ({ hooks }: IWorkflowExecuteAdditionalData): Promise<IRun> =>
	await new Promise((resolve) => {
		hooks?.addHandler('workflowExecuteAfter', async (run) => {
			// The database of a real n8n takes a moment, too.
			await setImmediate();
			resolve(JSON.parse(JSON.stringify(run)) as IRun);
		});
	});

function resultOf(finished: IRun, stored: IRun, name = NODE): NodeResult {
	const outputs = finished.data.resultData.runData[name]?.at(-1)?.data?.main ?? [];
	return {
		items: outputs[0] ?? [],
		errors: outputs[1] ?? [],
		error: finished.data.resultData.error,
		run: finished,
		stored,
	};
}

/** What n8n shows over the output of the node. */
export const hintsOf = ({ run }: NodeResult): string[] =>
	(run.data.resultData.runData[NODE]?.at(-1)?.hints ?? []).map(({ message }) => message);

/** n8n's Retry of an execution that failed, with the workflow as it is saved now (n8n: execution.service.js). */
export async function retryNode(run: NodeRun, { data }: IRun): Promise<NodeResult> {
	await provided;
	const stored = structuredClone(data);
	const { workflow, node, additionalData } = stage({ ...run, stored }, run.type.description.name);
	additionalData.executionId = 'retry';
	delete stored.resultData.error;
	if (stored.resultData.runData[NODE]?.at(-1)?.error) stored.resultData.runData[NODE].pop();
	for (const entry of stored.executionData?.nodeExecutionStack ?? []) entry.node = node;
	const storedNow = storedBy(additionalData);
	const execution = new WorkflowExecute(additionalData, 'retry', stored).processRunExecutionData(workflow);
	run.onStart?.(() => execution.cancel());
	return resultOf(await execution, await storedNow);
}

/**
 * n8n goes on with an execution that waited (n8n: webhook-helpers.js, prepareExecutionData).
 * @param brought what the node's webhook has returned; when absent, the time is over
 */
export async function resumeNode(
	run: NodeRun,
	waiting: IRunExecutionData,
	brought?: INodeExecutionData[][],
): Promise<NodeResult> {
	const stored = structuredClone(waiting);
	const { workflow, node, additionalData } = stage({ ...run, stored }, run.type.description.name);
	for (const entry of stored.executionData?.nodeExecutionStack ?? []) {
		entry.node = node;
		if (!brought) continue;
		entry.data.main = brought;
		entry.metadata = { ...entry.metadata, forwardAllOutputs: true };
	}
	const storedNow = storedBy(additionalData);
	const execution = new WorkflowExecute(additionalData, run.mode ?? 'manual', stored).processRunExecutionData(workflow);
	return resultOf(await execution, await storedNow);
}

/**
 * The node as the tool of an AI agent, called as agents and MCP call it: through its `execute` alone.
 * @returns a function that calls the tool with the model's arguments and answers what the model gets to read
 */
export function asTool(run: NodeRun): (toolArguments: IDataObject) => Promise<unknown> {
	const name = `${run.type.description.name}Tool`;
	// n8n makes another type of it, by whose name it knows what to show to tools (n8n: load-nodes-and-credentials.js).
	const type: INodeType = Object.create(run.type, { description: { value: { ...run.type.description, name } } });
	const { workflow, node, source, additionalData } = stage({ ...run, type }, name);
	const runExecutionData = createRunExecutionData();
	const agent: IExecuteData = { node: source, data: { main: [[{ json: {} }]] }, source: null };
	const contextFor = (runIndex: number) =>
		new SupplyDataContext(
			workflow,
			node,
			additionalData,
			run.mode ?? 'manual',
			runExecutionData,
			runIndex,
			[],
			{},
			NodeConnectionTypes.AiTool,
			agent,
			[],
		);
	return makeHandleToolInvocation(
		contextFor,
		node,
		workflow.nodeTypes.getByNameAndVersion(node.type),
		runExecutionData,
	);
}
