import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll } from '@jest/globals';

/** A server that gives the answers it was set to, and keeps the requests that came. */
export class Stand {
	readonly received: IncomingMessage[] = [];

	answer: (response: ServerResponse) => void = (response) => response.end();

	private server: Server | undefined;

	async start(): Promise<void> {
		this.server = createServer((request, response) => {
			this.received.push(request);
			this.answer(response);
		}).listen(0, '127.0.0.1');
		await once(this.server, 'listening');
	}

	get origin(): string {
		const address = this.server?.address() as AddressInfo;
		return `http://127.0.0.1:${address.port}`;
	}

	stop(): void {
		this.server?.close();
		this.server?.closeAllConnections();
	}
}

/** A stand for the tests of one file. */
export function useStand(): Stand {
	const stand = new Stand();
	beforeAll(async () => await stand.start());
	afterAll(() => stand.stop());
	return stand;
}

/** An address at which no server listens any more. */
export async function goneAddress(): Promise<string> {
	const gone = new Stand();
	await gone.start();
	const { origin } = gone;
	gone.stop();
	return origin;
}
