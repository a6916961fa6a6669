import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { Ended, Order } from './order';

/** An n8n in a process of its own: its limiters know nothing of those of others. */
export class Worker {
	private constructor(private readonly child: ChildProcess) {}

	static async start(): Promise<Worker> {
		const child = fork(join(__dirname, 'workerMain.ts'), { execArgv: ['--import', 'tsx'] });
		const worker = new Worker(child);
		await worker.said();
		return worker;
	}

	/** Runs a node to its end. @throws Error if the process ends before */
	async run(order: Order): Promise<Ended> {
		this.child.send(order);
		return (await this.said()) as Ended;
	}

	/** Ends the worker in the middle of its work. */
	async kill(): Promise<void> {
		if (this.child.exitCode !== null || this.child.signalCode !== null) return;
		const exited = once(this.child, 'exit');
		this.child.kill('SIGKILL');
		await exited;
	}

	private async said(): Promise<unknown> {
		const done = new AbortController();
		const { signal } = done;
		const exited = once(this.child, 'exit', { signal }).then(() => {
			throw new Error('A process of n8n has ended');
		});
		exited.catch(() => {});
		const [message] = (await Promise.race([once(this.child, 'message', { signal }), exited])) as [unknown];
		done.abort();
		return message;
	}
}

/** Starts so many, uses them, and ends them in every case. */
export async function withWorkers<T>(count: number, use: (workers: Worker[]) => Promise<T>): Promise<T> {
	const workers: Worker[] = [];
	try {
		while (workers.length < count) workers.push(await Worker.start());
		return await use(workers);
	} finally {
		await Promise.all(workers.map(async (worker) => await worker.kill()));
	}
}
