import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { WebhookContext } from 'n8n-core';
import type { IDataObject, INodeExecutionData, IRun, IWebhookData, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import { resumeNode, runNode, stage, type NodeResult, type NodeRun } from './engine';

const CONFLICT = 409;
const FAILED = 500;

let executions = 0;

/** The part of express's response that nodes use. */
function responseOver(response: ServerResponse) {
	return {
		get headersSent() {
			return response.headersSent;
		},
		status(code: number) {
			response.statusCode = code;
			return this;
		},
		json(body: unknown) {
			response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
		},
	};
}

/**
 * n8n's end of a wait (n8n: dist/webhooks/waiting-webhooks.js, webhook-helpers.js): it stores an execution that waits, takes callbacks
 * over HTTP from then on, lets the node look into each, and goes on with the first that brings data. All others get 409.
 */
export class WaitingN8n {
	private readonly server: Server = createServer((request, response) => void this.take(request, response));

	private waiting: { run: NodeRun; stored: IRun['data'] } | undefined;

	private brought: INodeExecutionData[][] | undefined;

	/** What the node keeps in the process is kept by execution. */
	private readonly executionId = String((executions += 1));

	/** Statuses of the answers to callbacks, in order. */
	readonly answers: number[] = [];

	async start(): Promise<this> {
		await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
		return this;
	}

	async stop(): Promise<void> {
		await new Promise((closed) => this.server.close(closed));
	}

	private get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/webhook-waiting`;
	}

	/** Runs the node; when it waits, stores the execution. */
	async run(run: NodeRun): Promise<NodeResult> {
		const waitable = { ...run, waitingUrl: this.url };
		const result = await runNode(waitable);
		if (result.run.status === 'waiting') {
			this.waiting = { run: waitable, stored: JSON.parse(JSON.stringify(result.run.data)) as IRun['data'] };
		}
		return result;
	}

	/** What the execution has gone on with; undefined while it waits. */
	get rows(): IDataObject[] | undefined {
		return this.brought?.flat().map(({ json }) => json);
	}

	/** The outputs of the node after the wait: after a callback, or as when the time is over. */
	async outputs(): Promise<NodeResult> {
		if (!this.waiting) throw new Error('The execution does not wait');
		const { run, stored } = this.waiting;
		return await resumeNode(run, stored, this.brought);
	}

	private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
		response.on('finish', () => this.answers.push(response.statusCode));
		const sent = await text(request);
		const body: unknown = sent === '' ? {} : JSON.parse(sent);
		if (!this.waiting || this.brought) {
			response.statusCode = CONFLICT;
			response.end();
			return;
		}
		const { run, stored } = this.waiting;
		const { workflow, node, additionalData } = stage(run, run.type.description.name);
		const exchanged = {
			httpRequest: { body },
			httpResponse: responseOver(response),
		} as unknown as Partial<IWorkflowExecuteAdditionalData>;
		const all: IWorkflowExecuteAdditionalData = { ...additionalData, executionId: this.executionId, ...exchanged };
		const [webhookDescription] = run.type.description.webhooks ?? [];
		if (!webhookDescription || !run.type.webhook) throw new Error('The node has no webhook');
		const webhookData: IWebhookData = {
			httpMethod: 'POST',
			node: node.name,
			path: node.id,
			webhookDescription,
			workflowId: workflow.id,
			workflowExecuteAdditionalData: all,
		};
		const copy = JSON.parse(JSON.stringify(stored)) as IRun['data'];
		const context = new WebhookContext(workflow, node, all, 'webhook', webhookData, [], copy);
		const { noWebhookResponse, workflowData } = await run.type.webhook.call(context);
		if (!noWebhookResponse) response.setHeader('content-type', 'application/json').end('{}');
		else if (!response.writableEnded) {
			response.statusCode = FAILED;
			response.end();
		}
		this.brought ??= workflowData;
	}
}
