import { EventEmitter } from 'node:events';

import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { HookContext, LoadOptionsContext, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type ICredentialType,
	type IDataObject,
	type IHookFunctions,
	type INode,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IWebhookData,
	type IWebhookResponseData,
	type IWorkflowExecuteAdditionalData,
	type WebhookSetupMethodNames,
} from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../../sandbox';
import { additionalDataFor } from '../engine';
import { restartLimiters } from '../processLimiters';
import { SCALED_SINCE, TIME_SCALE } from '../scaledTime';

/** A webhook call as n8n hands it to the node. */
export interface IncomingCall {
	body: Buffer | string;
	headers?: Record<string, string>;
	contentType?: string;
	/** The bytes cannot be read any more. */
	isGone?: boolean;
	/** n8n listens for a test event. */
	isTest?: boolean;
	/** Called when the delivery is answered. */
	onAnswer?: () => void;
	/** n8n's work between the node's return and its own answer, undefined when it stores the run at once. Throws when n8n cannot. */
	storing?: () => Promise<void>;
}

export interface Answer {
	result: IWebhookResponseData;
	/** The answer, be it the node's or n8n's. */
	status: number | undefined;
}

interface Entered {
	workflow: Workflow;
	node: INode;
	additionalData: IWorkflowExecuteAdditionalData;
	webhookData: IWebhookData;
}

type WebhookSetupMethods = Record<WebhookSetupMethodNames, (this: IHookFunctions) => Promise<boolean>>;

/** Express' response, as far as node and n8n use it. */
class FakeResponse extends EventEmitter {
	answered: number | undefined;

	statusCode = 200;

	constructor(private readonly onAnswer: () => void) {
		super();
	}

	get headersSent() {
		return this.answered !== undefined;
	}

	setHeader() {
		if (this.headersSent) throw new Error('Cannot set headers after they are sent to the client');
	}

	status(code: number) {
		this.statusCode = code;
		return this;
	}

	json() {
		this.setHeader();
		this.answered = this.statusCode;
		this.onAnswer();
		this.emit('finish');
		return this;
	}
}

/**
 * What n8n (2.41) does with a webhook's result that it has to answer: it takes static data for unchanged, stores the
 * run, reads the answer, and only then answers. Without a `responseData` it would answer "firstEntryJson".
 */
async function answerAsN8n(
	response: FakeResponse,
	result: IWebhookResponseData,
	{ workflow, webhookData: { webhookDescription } }: Entered,
	storing: IncomingCall['storing'],
): Promise<void> {
	if (result.noWebhookResponse) return;
	workflow.staticData.__dataChanged = false;
	try {
		await storing?.();
	} catch {
		workflow.staticData.__dataChanged = false;
		response.status(500).json();
		return;
	}
	expect((webhookDescription.responseData ?? 'firstEntryJson') || result.webhookResponse).toEqual({
		message: 'Received',
	});
	response.setHeader();
	response.status(200).json();
}

/** What of a stage is the vendor's. */
interface StageVendor {
	trigger: () => INodeType & {
		webhookMethods: { default: WebhookSetupMethods };
		webhook: NonNullable<INodeType['webhook']>;
	};
	credential: () => ICredentialType;
	account: (sandbox: Sandbox) => { apiKey: string; baseUrl: string };
	parameters: INodeParameters;
}

/** A trigger in n8n's own hook and webhook contexts, with a sandbox that lives in scaled time. */
export class TriggerStage {
	/** The node's static data, as the database holds it. */
	data: IDataObject = {};

	parameters: INodeParameters = {};

	/** Where n8n says that it can be reached. */
	webhookBase = 'http://127.0.0.1:9/webhook';

	webhookId = 'b6a1d0c2';

	/** Replaces members of the credential. */
	credential: IDataObject = {};

	/** Whether the node has a credential at all, as that of an imported workflow has not. */
	hasCredential = true;

	private sandbox: Sandbox | undefined;

	private run = 0;

	constructor(private readonly kind: StageVendor) {}

	async start() {
		this.sandbox = await startSandbox({ timeScale: TIME_SCALE, scaledSince: SCALED_SINCE });
	}

	async stop() {
		await this.sandbox?.close();
	}

	reset() {
		this.control.reset();
		this.run += 1;
		restartLimiters();
		this.data = {};
		this.parameters = this.kind.parameters;
		this.webhookBase = 'http://127.0.0.1:9/webhook';
		this.credential = {};
		this.hasCredential = true;
	}

	private get running(): Sandbox {
		if (!this.sandbox) throw new Error('The sandbox has not started');
		return this.sandbox;
	}

	get control() {
		return this.running.control;
	}

	/** The vendor as somebody else reaches it. */
	get vendor() {
		const { baseUrl, apiKey } = this.kind.account(this.running);
		return { origin: baseUrl, apiKey };
	}

	/** Does something in the account, behind the trigger's back. */
	async atVendor(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
		const { origin, apiKey } = this.vendor;
		const response = await fetch(`${origin}${path}`, {
			method,
			headers: { authorization: `Bearer ${apiKey}`, ...(body && { 'content-type': 'application/json' }) },
			...(body && { body: JSON.stringify(body) }),
		});
		if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
		return (await response.json()) as Record<string, unknown>;
	}

	get vendorNow() {
		return this.running.clock.now();
	}

	/** Requests that reached the sandbox, as in `POST /webhooks`. */
	requests() {
		return this.control.log().map(({ method, path }) => `${method} ${path}`);
	}

	/** The trigger's credential, for another node with the same. */
	get account() {
		const { apiKey, baseUrl } = this.kind.account(this.running);
		return { id: `account-${this.run}`, type: this.kind.credential(), data: { apiKey, baseUrl, ...this.credential } };
	}

	/** Loads the workflow from the "database", lets n8n work with it, and saves its static data. */
	private async enter<T>(
		additional: Partial<IWorkflowExecuteAdditionalData>,
		work: (entered: Entered) => Promise<T>,
	): Promise<T> {
		const type = this.kind.trigger();
		const { displayName, name } = type.description;
		const nodeTypes: INodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };
		const credential = this.account;
		const node: INode = {
			id: 'node-1',
			name: displayName,
			type: name,
			typeVersion: 2,
			position: [0, 0],
			webhookId: this.webhookId,
			parameters: this.parameters,
			credentials: this.hasCredential ? { [credential.type.name]: { id: credential.id, name: 'Test' } } : {},
		};
		const workflow = new Workflow({
			id: `${name}-${this.run}`,
			name: 'Replies to CRM',
			active: true,
			nodeTypes,
			nodes: [node],
			connections: {},
			staticData: { [`node:${displayName}`]: structuredClone(this.data) },
		});
		const additionalData = {
			...additionalDataFor(credential),
			webhookBaseUrl: this.webhookBase,
			webhookTestBaseUrl: `${this.webhookBase}-test`,
			...additional,
		};
		const [webhookDescription] = type.description.webhooks ?? [];
		if (!webhookDescription) throw new Error('The node has no webhook');
		const webhookData: IWebhookData = {
			httpMethod: 'POST',
			node: node.name,
			path: `${this.webhookId}/webhook`,
			webhookDescription,
			workflowId: workflow.id,
			workflowExecuteAdditionalData: additionalData,
		};
		const result = await work({ workflow, node, additionalData, webhookData });
		if (workflow.staticData.__dataChanged === true) {
			const saved: unknown = JSON.parse(JSON.stringify(workflow.staticData[`node:${displayName}`] ?? {}));
			this.data = saved as IDataObject;
		}
		return result;
	}

	/** Runs one method of the life cycle; `isTest` as for "listen for test event". */
	async hook(method: WebhookSetupMethodNames, { isTest = false } = {}): Promise<boolean> {
		return await this.enter({}, async ({ workflow, node, additionalData, webhookData }) => {
			const mode = isTest ? 'manual' : 'trigger';
			const context = new HookContext(workflow, node, additionalData, mode, 'activate', { ...webhookData, isTest });
			return await this.kind.trigger().webhookMethods.default[method].call(context);
		});
	}

	/** The values that a dropdown of the node offers; `method` is one of its `loadOptions`. */
	async offered(method: string): Promise<unknown[]> {
		return await this.enter({}, async ({ workflow, node, additionalData }) => {
			const load = this.kind.trigger().methods?.loadOptions?.[method];
			if (!load) throw new Error(`The node has no dropdown "${method}"`);
			const options = await load.call(new LoadOptionsContext(workflow, node, additionalData, ''));
			return options.map(({ value }) => value);
		});
	}

	/** What n8n does when a workflow is published. */
	async activate(options?: { isTest: boolean }): Promise<void> {
		if (!(await this.hook('checkExists', options))) await this.hook('create', options);
	}

	/** A call of the webhook. */
	async call({
		body,
		headers = {},
		contentType = 'application/json',
		isGone = false,
		isTest = false,
		onAnswer = () => {},
		storing,
	}: IncomingCall): Promise<Answer> {
		const response = new FakeResponse(onAnswer);
		const httpRequest = {
			headers: { 'content-type': contentType, ...headers },
			contentType,
			rawBody: isGone ? undefined : Buffer.from(body),
			readRawBody: async () => {
				throw new Error('stream is not readable');
			},
		};
		const exchanged = { httpRequest, httpResponse: response } as unknown as Partial<IWorkflowExecuteAdditionalData>;
		return await this.enter(exchanged, async (entered) => {
			const { workflow, node, additionalData, webhookData } = entered;
			const context = new WebhookContext(
				workflow,
				node,
				additionalData,
				isTest ? 'manual' : 'webhook',
				webhookData,
				[],
				null,
			);
			const result = await this.kind.trigger().webhook.call(context);
			await answerAsN8n(response, result, entered, storing);
			return { result, status: response.answered };
		});
	}
}

/** What a run would start with. */
export const itemsOf = ({ result }: Answer) => result.workflowData?.flat().map(({ json }) => json);

/** How a delivery was answered, and whether it started a run. */
export const outcomeOf = (answer: Answer) => ({ status: answer.status, runs: itemsOf(answer)?.length ?? 0 });

/** A stage for the tests of one file, fresh for each test. */
export function onStage<S extends TriggerStage>(stage: S): S {
	beforeAll(async () => await stage.start());
	beforeEach(() => stage.reset());
	afterAll(async () => await stage.stop());
	return stage;
}
