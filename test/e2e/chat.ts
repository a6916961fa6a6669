import { z } from 'zod';

import type { N8nClient } from '../../demo/client';
import { rest } from './rest';
import { world } from './world';
import { eventually } from '../support/eventually';

const Started = z.object({ executionId: z.string(), resumeToken: z.string() });

/** A message with buttons, as n8n hands it to its chat. */
const Question = z.object({
	text: z.string(),
	buttons: z.array(z.object({ text: z.string(), link: z.string().url() })),
});

/** Control messages between n8n and its chat, which the person does not see. */
const SIGNS = /^n8n\|/;
/** n8n takes no click from programs that look at links beforehand, as mail scanners do. */
const BY_A_PERSON = { headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x64) Chrome/140.0.0.0' } };

const HEARTBEAT = 'n8n|heartbeat';

function questionIn(message: string): z.infer<typeof Question> | undefined {
	if (!message.startsWith('{')) return undefined;
	return Question.parse(JSON.parse(message));
}

/** The messages that a person writes in the chat of n8n's editor, and the answers. */
export class Chat {
	/** All that the person can read, in order. */
	readonly shown: string[] = [];

	/** Questions that wait for a click. */
	private readonly asked: Array<z.infer<typeof Question>> = [];

	private socket: WebSocket;

	private constructor(private readonly execution: z.infer<typeof Started>) {
		this.socket = this.opened();
	}

	/** Writes in the chat of a workflow. @param trigger name of its chat trigger */
	static async write(client: N8nClient, workflowId: string, trigger: string, chatInput: string): Promise<Chat> {
		const sessionId = crypto.randomUUID();
		await rest(client, 'POST', `/workflows/${workflowId}/run`, {
			triggerToStartFrom: { name: trigger },
			chatSessionId: sessionId,
		});
		const response = await client.fetch(`/webhook-test/${workflowId}/${sessionId}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ action: 'sendMessage', sessionId, chatInput }),
		});
		return new Chat(Started.parse(await response.json()));
	}

	/** Waits until the person is asked. @returns the text over the buttons */
	async question(): Promise<string> {
		const { text } = await eventually('a question in the chat', async () => this.asked[0]);
		return text;
	}

	/**
	 * Clicks a button under the question, and opens the chat again: n8n 2.40.7 shows the next question of the same node
	 * only if the chat has seen the execution run between the two. The chat looks every three seconds.
	 * @param times clicks at the same moment, as of several people with the same link
	 */
	async click(button: 'Approve' | 'Decline', times = 1): Promise<void> {
		await this.question();
		const link = this.asked.shift()?.buttons.find(({ text }) => text.includes(button))?.link;
		if (link === undefined) throw new Error(`There is no button ${button}`);
		const clicks = await Promise.all(Array.from({ length: times }, async () => await fetch(link, BY_A_PERSON)));
		if (!clicks.some(({ ok }) => ok)) throw new Error(`n8n answered the click on ${button} with ${clicks[0]?.status}`);
		this.socket.close();
		this.socket = this.opened();
	}

	/** Waits for a text in the chat. */
	async reads(text: string, deadlineMs?: number): Promise<void> {
		await eventually(`"${text}" in the chat`, async () => this.shown.includes(text), deadlineMs);
	}

	close(): void {
		this.socket.close();
	}

	private opened(): WebSocket {
		const address = new URL(`${world.n8nUrl.replace(/^http/, 'ws')}/chat`);
		const { executionId, resumeToken: token } = this.execution;
		// A session of its own: n8n ends the one of this name when the earlier socket has closed, which may be later.
		address.search = new URLSearchParams({ sessionId: crypto.randomUUID(), executionId, token }).toString();
		const socket = new WebSocket(address);
		socket.addEventListener('message', ({ data }) => {
			if (data === HEARTBEAT) socket.send('n8n|heartbeat-ack');
			this.take(String(data));
		});
		return socket;
	}

	private take(message: string): void {
		if (SIGNS.test(message)) return;
		const question = questionIn(message);
		this.shown.push(question?.text ?? message);
		if (question) this.asked.push(question);
	}
}
