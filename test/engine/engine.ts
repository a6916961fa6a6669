import 'reflect-metadata';
import { Container } from '@n8n/di';
import {
	DirectoryLoader,
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
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

/** Runs one node in n8n's own execution engine, over real HTTP. */
export interface NodeRun {
	type: INodeType;
	/** Requests of credentials with the same id share their rate limits, in all runs of this process. */
	credential: { id: string; type: ICredentialType; data: ICredentialDataDecryptedObject };
	parameters: INodeParameters;
	/** Data of the input items; one empty item when absent. */
	items?: IDataObject[];
	/** Node settings such as `onError`, `retryOnFail`, `maxTries`, `waitBetweenTries`, `executeOnce`. */
	settings?: Partial<INode>;
	/** The workflow's static data, which n8n saves from one execution of a published workflow to the next. */
	staticData?: IDataObject;
	/** Called with a function that does what the Stop button does. */
	onStart?: (stop: () => void) => void;
}

export interface NodeResult {
	/** Items of the first output. */
	items: INodeExecutionData[];
	/** Items of the error output. */
	errors: INodeExecutionData[];
	error: { message: string; description?: string | null; httpCode?: string | null; context?: IDataObject } | undefined;
	run: IRun;
}

const SOURCE = 'Items';
const NODE = 'Node';

function sourceType(items: IDataObject[]): INodeType {
	return {
		description: {
			displayName: SOURCE,
			name: 'items',
			group: ['input'],
			version: 1,
			description: '',
			defaults: {},
			inputs: [],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		execute: async () => [items.map((json, item) => ({ json, pairedItem: { item } }))],
	};
}

/** A declarative node runs as n8n makes it run (n8n: dist/node-types.js). */
function runnable(type: INodeType): INodeType {
	// Adds Request Options, such as Batching, as loading the package does.
	DirectoryLoader.applyDeclarativeNodeOptionParameters(type);
	return Object.create(type, {
		execute: {
			value: async function (this: ConstructorParameters<typeof RoutingNode>[0]) {
				return (await new RoutingNode(this, type).runNode()) ?? [];
			},
		},
	});
}

class Credentials extends ICredentialsHelper {
	constructor(private readonly credential: NodeRun['credential']) {
		super();
	}

	getParentTypes = () => [];

	isCredentialUsableByNode = () => true;

	async authenticate(data: ICredentialDataDecryptedObject, _type: string, request: IHttpRequestOptions) {
		const { authenticate } = this.credential.type;
		return typeof authenticate === 'function' ? await authenticate(data, request) : request;
	}

	preAuthentication = async () => undefined;

	runPreAuthentication = async () => undefined;

	getCredentials = async (): Promise<never> => {
		throw new Error('not needed here');
	};

	getDecrypted = async () => ({ ...this.credential.data });

	updateCredentials = async () => {};

	updateCredentialsOauthTokenData = async () => {};

	getCredentialsProperties = () => this.credential.type.properties;
}

export function additionalDataFor(credential: NodeRun['credential']): IWorkflowExecuteAdditionalData {
	const unused = async (): Promise<never> => {
		throw new Error('not needed here');
	};
	return {
		credentialsHelper: new Credentials(credential),
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

interface Stage {
	workflow: Workflow;
	node: INode;
	source: INode;
	additionalData: IWorkflowExecuteAdditionalData;
}

/** A workflow of an item source and the node, in the engine's terms. */
function stage(
	{ type, credential, parameters, items = [{}], settings = {}, staticData }: NodeRun,
	typeName: string,
): Stage {
	const types: Record<string, INodeType> = { items: sourceType(items), [typeName]: runnable(type) };
	const typeOf = (name: string): INodeType => {
		const found = types[name];
		if (!found) throw new Error(`No node type ${name}`);
		return found;
	};
	const nodeTypes: INodeTypes = { getByName: typeOf, getByNameAndVersion: typeOf, getKnownTypes: () => ({}) };
	const source: INode = { id: '1', name: SOURCE, type: 'items', typeVersion: 1, position: [0, 0], parameters: {} };
	const workflow = new Workflow({
		id: '1',
		name: 'test',
		active: false,
		nodeTypes,
		nodes: [
			source,
			{
				id: '2',
				name: NODE,
				type: typeName,
				typeVersion: 1,
				position: [200, 0],
				parameters,
				credentials: { [credential.type.name]: { id: credential.id, name: 'Test' } },
				...settings,
			},
		],
		connections: {
			[SOURCE]: { main: [[{ node: NODE, type: NodeConnectionTypes.Main, index: 0 }]] },
		},
		settings: { executionOrder: 'v1', timezone: 'America/New_York' },
		staticData,
	});
	const node = workflow.getNode(NODE);
	if (!node) throw new Error('The workflow lost its node');
	return { workflow, node, source, additionalData: additionalDataFor(credential) };
}

/** Runs the node over its items, as a workflow does. */
export async function runNode(run: NodeRun): Promise<NodeResult> {
	const { workflow, source, additionalData } = stage(run, run.type.description.name);
	const execution = new WorkflowExecute(additionalData, 'manual', createRunExecutionData()).run({
		workflow,
		startNode: source,
	});
	run.onStart?.(() => execution.cancel());
	return resultOf(await execution);
}

function resultOf(finished: IRun): NodeResult {
	const outputs = finished.data.resultData.runData[NODE]?.at(-1)?.data?.main ?? [];
	return {
		items: outputs[0] ?? [],
		errors: outputs[1] ?? [],
		error: finished.data.resultData.error,
		run: finished,
	};
}

/** n8n's Retry of an execution that failed, with the workflow as it is saved now (n8n: execution.service.js). */
export async function retryNode(run: NodeRun, { data }: IRun): Promise<NodeResult> {
	const { workflow, node, additionalData } = stage(run, run.type.description.name);
	// n8n has stored the execution and read it back.
	const stored: IRun['data'] = JSON.parse(JSON.stringify(data)) as IRun['data'];
	additionalData.executionId = 'retry';
	delete stored.resultData.error;
	if (stored.resultData.runData[NODE]?.at(-1)?.error) stored.resultData.runData[NODE].pop();
	for (const entry of stored.executionData?.nodeExecutionStack ?? []) entry.node = node;
	const finished = await new WorkflowExecute(additionalData, 'retry', stored).processRunExecutionData(workflow);
	return resultOf(finished);
}

/**
 * The node as the tool of an AI agent, called as agents and MCP call it: through its `execute` alone.
 * @returns a function that calls the tool with the model's arguments and answers what the model gets to read
 */
export function asTool(run: NodeRun): (toolArguments: IDataObject) => Promise<unknown> {
	const { workflow, node, source, additionalData } = stage(run, `${run.type.description.name}Tool`);
	const runExecutionData = createRunExecutionData();
	const agent: IExecuteData = { node: source, data: { main: [[{ json: {} }]] }, source: null };
	const contextFor = (runIndex: number) =>
		new SupplyDataContext(
			workflow, node, additionalData, 'manual', runExecutionData, runIndex,
			[], {}, NodeConnectionTypes.AiTool, agent, [],
		);
	return makeHandleToolInvocation(contextFor, node, workflow.nodeTypes.getByNameAndVersion(node.type), runExecutionData);
}
