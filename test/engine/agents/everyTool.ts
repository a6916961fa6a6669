import { beforeAll, beforeEach } from '@jest/globals';
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import { everyOperation, type AnyOperation, type WAYS } from './everyOperation';
import { restartLimiters } from '../processLimiters';
import type { Stand } from '../stand';

/** What the vendor says to a request. */
export interface ToolAnswer {
	status?: number;
	body?: unknown;
	/** Closes the connection in place of an answer. */
	reset?: boolean;
	/** Says nothing, ever. */
	hang?: boolean;
	afterMs?: number;
}

export type Way = (typeof WAYS)[number];
export const MCP: Way = 'MCP and AI Agent 1.x and 2.x';

/** All tools of the package before a vendor who says what he is told to. */
export class EveryTool {
	operations: AnyOperation[] = [];

	/** The requests that arrived, as `POST /calls {"to": …}`. */
	requests: string[] = [];

	/** Calls of one test have one credential and one workflow. */
	private account = 0;

	constructor(private readonly stand: Stand) {}

	begin(): void {
		this.account += 1;
		this.requests = [];
		restartLimiters();
		this.says(() => ({ body: { id: 'x_1', status: 'completed', success: true, data: { id: 'x_1' } } }));
	}

	says(make: (url: string, method: string) => ToolAnswer): void {
		this.stand.answer = (response) => {
			const request = this.stand.received.at(-1);
			if (!request) return;
			const { url = '', method = '' } = request;
			const place = this.requests.push(`${method} ${url}`) - 1;
			let text = '';
			request.on('data', (chunk) => (text += String(chunk)));
			request.on('end', () => {
				if (text !== '') this.requests[place] += ` ${text}`;
				const { status = 200, body = {}, reset = false, hang = false, afterMs = 0 } = make(url, method);
				if (hang) return;
				if (reset) return void response.destroy();
				setTimeout(() => {
					response.writeHead(status, { 'content-type': 'application/json' });
					response.end(JSON.stringify(body));
				}, afterMs);
			});
		};
	}

	/** The vendor says this, byte by byte. */
	saysInWords(text: string): void {
		this.stand.answer = (response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(text);
		};
	}

	written(): string[] {
		return this.requests.filter((line) => !line.startsWith('GET'));
	}

	/** An execution of its own. */
	async ask(
		at: string,
		parameters: INodeParameters = {},
		way: Way = MCP,
		fields?: ICredentialDataDecryptedObject,
	): Promise<IDataObject[]> {
		const operation = this.operations.find((each) => each.at === at);
		if (!operation) throw new Error(`No ${at}`);
		return await operation.ask(this.stand.origin, way, {
			parameters,
			account: { id: `break-${this.account}`, fields },
		});
	}
}

export function useEveryTool(stand: Stand): EveryTool {
	const tools = new EveryTool(stand);
	beforeAll(async () => {
		tools.operations = await everyOperation();
	});
	beforeEach(() => tools.begin());
	return tools;
}
