import 'reflect-metadata';
import { ExecutionLifecycleHooks, RoutingNode, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	ICredentialsHelper,
	NodeConnectionTypes,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
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
	credential: { type: ICredentialType; data: ICredentialDataDecryptedObject };
	parameters: INodeParameters;
	/** Data of the input items; one empty item when absent. */
	items?: IDataObject[];
	/** Node settings such as `onError`, `retryOnFail`, `maxTries`, `waitBetweenTries`, `executeOnce`. */
	settings?: Partial<INode>;
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
		if (typeof authenticate !== 'object') return request;
		const headers = Object.entries(authenticate.properties.headers ?? {}).map(([name, template]) => [
			name,
			String(template)
				.slice(1)
				.replace(/\{\{\s*\$credentials\.(\w+)\s*\}\}/g, (_, field: string) => String(data[field])),
		]);
		return { ...request, headers: { ...request.headers, ...Object.fromEntries(headers) } };
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

function additionalDataFor(credential: NodeRun['credential']): IWorkflowExecuteAdditionalData {
	const unused = async (): Promise<never> => {
		throw new Error('not needed here');
	};
	return {
		credentialsHelper: new Credentials(credential),
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

export async function runNode({
	type,
	credential,
	parameters,
	items = [{}],
	settings = {},
	onStart,
}: NodeRun): Promise<NodeResult> {
	const types: Record<string, INodeType> = { items: sourceType(items), [type.description.name]: runnable(type) };
	const nodeTypes: INodeTypes = {
		getByName: (name) => types[name] as INodeType,
		getByNameAndVersion: (name) => types[name] as INodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		id: '1',
		name: 'test',
		active: false,
		nodeTypes,
		nodes: [
			{ id: '1', name: SOURCE, type: 'items', typeVersion: 1, position: [0, 0], parameters: {} },
			{
				id: '2',
				name: NODE,
				type: type.description.name,
				typeVersion: 1,
				position: [200, 0],
				parameters,
				credentials: { [credential.type.name]: { id: 'credential-1', name: 'Test' } },
				...settings,
			},
		],
		connections: {
			[SOURCE]: { main: [[{ node: NODE, type: NodeConnectionTypes.Main, index: 0 }]] },
		},
		settings: { executionOrder: 'v1' },
	});
	const start = workflow.getNode(SOURCE);
	if (!start) throw new Error('The workflow has no start');
	const execution = new WorkflowExecute(additionalDataFor(credential), 'manual', createRunExecutionData()).run({
		workflow,
		startNode: start,
	});
	onStart?.(() => execution.cancel());
	const run = await execution;
	const outputs = run.data.resultData.runData[NODE]?.at(-1)?.data?.main ?? [];
	return {
		items: outputs[0] ?? [],
		errors: outputs[1] ?? [],
		error: run.data.resultData.error,
		run,
	};
}
