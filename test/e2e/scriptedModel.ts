import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { z } from 'zod';

import { LOOPBACK } from '../../demo/ports';

export interface ToolCall {
	tool: string;
	arguments: Record<string, unknown>;
}

/** What the model says in one of its turns: words, or calls of tools, all at once. */
export type Turn = string | readonly ToolCall[];

const Message = z.object({ role: z.string(), content: z.unknown() });
const Completion = z.object({ model: z.string(), messages: z.array(Message), stream: z.boolean().optional() });

const asText = (content: unknown): string => (typeof content === 'string' ? content : JSON.stringify(content));

const finishReason = (turn: Turn): string => (typeof turn === 'string' ? 'stop' : 'tool_calls');

const message = (turn: Turn): object =>
	typeof turn === 'string'
		? { role: 'assistant', content: turn }
		: {
				role: 'assistant',
				content: null,
				tool_calls: turn.map((call, index) => ({
					index,
					id: `call_${crypto.randomUUID()}`,
					type: 'function',
					function: { name: call.tool, arguments: JSON.stringify(call.arguments) },
				})),
			};

const answer = (model: string, object: string, choice: object): object => ({
	id: `chatcmpl-${crypto.randomUUID()}`,
	object,
	created: 0,
	model,
	choices: [{ index: 0, ...choice }],
});

const completion = (model: string, turn: Turn): object =>
	answer(model, 'chat.completion', { message: message(turn), finish_reason: finishReason(turn) });

/** The same as a stream of one piece. */
function streamed(model: string, turn: Turn): string {
	const piece = answer(model, 'chat.completion.chunk', { delta: message(turn), finish_reason: finishReason(turn) });
	return `data: ${JSON.stringify(piece)}\n\ndata: [DONE]\n\n`;
}

/** An OpenAI-compatible model on the loopback interface that says what a test has written for it. */
export class ScriptedModel {
	private script: Turn[] = [];

	private answers: string[] = [];

	private constructor(private readonly server: Server) {
		server.on('request', async (request, response) => {
			const { model, messages, stream } = Completion.parse(JSON.parse(await text(request)));
			this.answers = messages.filter(({ role }) => role === 'tool').map(({ content }) => asText(content));
			const turn = this.script.shift();
			if (turn === undefined) {
				response.writeHead(400).end('The script has ended');
				return;
			}
			response.setHeader('content-type', stream ? 'text/event-stream' : 'application/json');
			response.end(stream ? streamed(model, turn) : JSON.stringify(completion(model, turn)));
		});
	}

	static async start(): Promise<ScriptedModel> {
		const server = createServer().listen(0, LOOPBACK);
		await once(server, 'listening');
		return new ScriptedModel(server);
	}

	/** Of an OpenAI credential in n8n. */
	get baseUrl(): string {
		return `http://${LOOPBACK}:${(this.server.address() as AddressInfo).port}/v1`;
	}

	/** The turns of the next conversation. */
	play(...script: Turn[]): void {
		this.script = script;
		this.answers = [];
	}

	/** What the model got to read of its tool calls, in the conversation so far. */
	get toolAnswers(): readonly string[] {
		return this.answers;
	}

	async stop(): Promise<void> {
		this.server.close();
		this.server.closeAllConnections();
		await once(this.server, 'close');
	}
}
