import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { jest } from '@jest/globals';
import type {
	ICredentialType,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IRunExecutionData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { additionalDataFor, type TestCredential } from '../engine/engine';
import { processedData } from '../engine/processedData';
import { unpackInto } from '../package/packed';
import { folderOf, type OlderEngine } from './versions';

type Core = typeof import('n8n-core');
type WorkflowModule = typeof import('n8n-workflow');

const WORKFLOW_DATA = {
	id: '1',
	name: 'test',
	active: false,
	isArchived: false,
	createdAt: new Date(0),
	updatedAt: new Date(0),
	nodes: [],
	connections: {},
	activeVersionId: null,
};

const [SOURCE, NODE] = ['Items', 'Node'];

/** The output of the node. */
interface Outcome {
	/** Items of its first output. */
	items: INodeExecutionData[];
	/** Items of its error output. */
	errors: INodeExecutionData[];
	error: { message: string } | undefined;
	/** What n8n stores of the execution when it has ended. */
	stored: IRunExecutionData;
}

/** What the node is run with. */
export interface EngineRun {
	type: INodeType;
	credential: TestCredential;
	/** As in a workflow that was imported. */
	isCredentialMissing?: boolean;
	parameters: INodeParameters;
	items: IDataObject[];
	onError: INode['onError'];
}

/** Sends the items, as the node before the one under test. */
const sourceOf = (items: IDataObject[]): INodeType => ({
	description: {
		displayName: SOURCE,
		name: 'items',
		group: ['input'],
		version: 1,
		description: '',
		defaults: {},
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
	execute: async () => [items.map((json, item) => ({ json, pairedItem: { item } }))],
});

/** The execution engine of an older n8n with the published package beside it, which takes n8n's modules from there. */
export class InstalledEngine {
	private readonly core: Core;

	private readonly workflow: WorkflowModule;

	constructor(private readonly engine: OlderEngine) {
		this.require('reflect-metadata');
		this.core = this.require<Core>('n8n-core');
		this.workflow = this.require<WorkflowModule>('n8n-workflow');
		unpackInto(this.packFolder);
	}

	private get packFolder(): string {
		return join(folderOf(this.engine), 'pack');
	}

	private require<T extends object>(module: string): T {
		return jest.requireActual<T>(join(folderOf(this.engine), 'node_modules', module));
	}

	/** As n8n does when it starts. */
	async start(): Promise<void> {
		await this.core.DataDeduplicationService.init(processedData);
	}

	/** Version of the engine, as it says itself. */
	get version(): string {
		return this.require<{ version: string }>('n8n-core/package.json').version;
	}

	/** A class of the pack. */
	built<T extends INodeType | ICredentialType>(path: string, name: string): T {
		const Class = jest.requireActual<Record<string, new () => T>>(join(this.packFolder, 'package/dist', path))[name];
		if (!Class) throw new Error(`No ${name} in ${path}`);
		return new Class();
	}

	/** A workflow of an item source and the node; n8n puts the fields of the node into their order here. */
	workflowWith(type: INodeType, { items = [], ...rest }: Partial<INode> & { items?: IDataObject[] } = {}) {
		const types: Record<string, INodeType> = { items: sourceOf(items), [type.description.name]: type };
		const typeOf = (name: string): INodeType => {
			const found = types[name];
			if (!found) throw new Error(`No node type ${name}`);
			return found;
		};
		const nodeTypes: INodeTypes = { getByName: typeOf, getByNameAndVersion: typeOf, getKnownTypes: () => ({}) };
		const node = (name: string, own: Partial<INode> & Pick<INode, 'type'>): INode => ({
			id: name,
			name,
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
			...own,
		});
		return new this.workflow.Workflow({
			id: '1',
			name: 'test',
			active: false,
			nodeTypes,
			nodes: [node(SOURCE, { type: 'items' }), node(NODE, { ...rest, type: type.description.name })],
			connections: { [SOURCE]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
		});
	}

	/** What n8n stores of an execution before its first node runs; so it is when n8n is killed. */
	begun(run: EngineRun): IRunExecutionData {
		const node = this.workflowOf(run).getNode(SOURCE);
		if (!node) throw new Error('The workflow lost its first node');
		return this.workflow.createRunExecutionData({
			executionData: { nodeExecutionStack: [{ node, data: { main: [[{ json: {} }]] }, source: null }] },
		});
	}

	/** Runs an execution from its stored data. */
	async run(run: EngineRun, stored = this.begun(run), mode: WorkflowExecuteMode = 'trigger'): Promise<Outcome> {
		const { DirectoryLoader, ExecutionLifecycleHooks, ExternalSecretsProxy, WorkflowExecute } = this.core;
		DirectoryLoader.applyDeclarativeNodeOptionParameters(run.type);
		const additionalData = {
			...additionalDataFor(run.credential),
			executionId: randomUUID(),
			externalSecretsProxy: new ExternalSecretsProxy(),
			hooks: new ExecutionLifecycleHooks(mode, '1', WORKFLOW_DATA),
		};
		const { data } = await new WorkflowExecute(additionalData, mode, structuredClone(stored)).processRunExecutionData(
			this.workflowOf(run),
		);
		const outputs = data.resultData.runData[NODE]?.at(-1)?.data?.main ?? [];
		return {
			items: outputs[0] ?? [],
			errors: outputs[1] ?? [],
			error: data.resultData.error,
			stored: JSON.parse(JSON.stringify(data)) as IRunExecutionData,
		};
	}

	/** n8n's Retry, with the workflow as it is saved (n8n: execution.service.js). */
	async retry(run: EngineRun, stored: IRunExecutionData): Promise<Outcome> {
		const again = structuredClone(stored);
		delete again.resultData.error;
		if (again.resultData.runData[NODE]?.at(-1)?.error) again.resultData.runData[NODE].pop();
		return await this.run(run, again, 'retry');
	}

	private workflowOf({
		type,
		credential,
		isCredentialMissing = false,
		parameters,
		items,
		onError,
	}: EngineRun): Workflow {
		const credentials = isCredentialMissing ? {} : { [credential.type.name]: { id: credential.id, name: 'Test' } };
		return this.workflowWith(type, { items, parameters, credentials, onError });
	}
}
