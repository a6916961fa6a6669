import { createRequire } from 'node:module';
import { join } from 'node:path';

import { z } from 'zod';

import { ROOT } from '../../scripts/repository';
import { eventually } from '../support/eventually';

/** What of the official SDK for MCP is used here. */
interface SdkClient {
	connect(transport: object): Promise<void>;
	close(): Promise<void>;
	listTools(): Promise<{ tools: Array<{ name: string }> }>;
	callTool(
		call: { name: string; arguments: Record<string, unknown> },
		resultSchema?: undefined,
		options?: { timeout: number },
	): Promise<unknown>;
}

// n8n brings the SDK; the pack must not depend on it.
const requireOfN8n = createRequire(join(ROOT, 'demo/n8n/package.json'));

const Answer = z.object({
	isError: z.boolean().default(false),
	content: z.array(z.object({ type: z.literal('text'), text: z.string() })),
});

/** A client of an MCP Server Trigger, over streamable HTTP. */
export class McpClient {
	private constructor(private readonly client: SdkClient) {}

	/** n8n listens a moment after it has published the workflow. */
	static async connect(url: string, headers: Record<string, string> = {}): Promise<McpClient> {
		const { Client } = requireOfN8n('@modelcontextprotocol/sdk/client/index.js') as {
			Client: new (info: object) => SdkClient;
		};
		const { StreamableHTTPClientTransport } = requireOfN8n('@modelcontextprotocol/sdk/client/streamableHttp.js') as {
			StreamableHTTPClientTransport: new (url: URL, options: { requestInit: RequestInit }) => object;
		};
		const client = await eventually('the MCP server', async () => {
			const candidate = new Client({ name: 'test', version: '1.0.0' });
			const connected = await candidate
				.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }))
				.then(
					() => true,
					() => false,
				);
			return connected && candidate;
		});
		return new McpClient(client);
	}

	async toolNames(): Promise<string[]> {
		return (await this.client.listTools()).tools.map(({ name }) => name).sort();
	}

	/** What a model reads of a tool. */
	async call(tool: string, toolArguments: Record<string, unknown>): Promise<{ isError: boolean; text: string }> {
		const { isError, content } = Answer.parse(await this.client.callTool({ name: tool, arguments: toolArguments }));
		return { isError, text: content.map(({ text }) => text).join('\n') };
	}

	/** Calls as a client that gives up after so long; the call itself goes on. @returns whether an answer came in time */
	async callImpatiently(tool: string, toolArguments: Record<string, unknown>, timeoutMs: number): Promise<boolean> {
		return await this.client.callTool({ name: tool, arguments: toolArguments }, undefined, { timeout: timeoutMs }).then(
			() => true,
			() => false,
		);
	}

	async close(): Promise<void> {
		await this.client.close();
	}
}
