import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../../demo/ports';
import type { RegisteredWebhook, StubSettings, Tally } from './api';

type Reply = { number: number; result: unknown };

/** The stub server, for the benchmark's process. */
export interface Stub {
	url: string;
	/** Resets the counts. */
	reset(settings?: Partial<StubSettings>): Promise<void>;
	tally(): Promise<Tally>;
	webhooks(): Promise<RegisteredWebhook[]>;
	stop(): Promise<void>;
}

/** Starts the stub server in a process of its own, so that its work does not count for n8n or the benchmark. */
export async function startStub(): Promise<Stub> {
	const child = fork(join(__dirname, 'main.ts'), [String(await freePort())], { execArgv: ['--import', 'tsx'] });
	const exited = once(child, 'exit');
	const waiting = new Map<number, (result: unknown) => void>();
	let number = 0;
	child.on('message', (reply: Reply) => waiting.get(reply.number)?.(reply.result));
	const ended = exited.then(() => {
		throw new Error('The stub server has ended');
	});
	ended.catch(() => {});

	async function answerTo(question: number): Promise<unknown> {
		const answer = new Promise((resolve) => waiting.set(question, resolve));
		return await Promise.race([answer, ended]).finally(() => waiting.delete(question));
	}
	async function ask(method: string, argument?: StubSettings): Promise<unknown> {
		number += 1;
		const answer = answerTo(number);
		child.send({ number, method, argument });
		return await answer;
	}

	const url = (await answerTo(number)) as string;
	return {
		url,
		reset: async (settings) => void (await ask('reset', { delayMs: 0, listRows: 0, ...settings })),
		tally: async () => (await ask('tally')) as Tally,
		webhooks: async () => (await ask('webhooks')) as RegisteredWebhook[],
		async stop() {
			child.disconnect();
			await exited;
		},
	};
}
