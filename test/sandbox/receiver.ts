import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

import { afterEach, beforeEach } from '@jest/globals';

interface Received {
	text: string;
	headers: IncomingHttpHeaders;
}

/** A webhook receiver on this machine, another for each test. */
class Receiver {
	received: Received[] = [];

	/** Status codes of the next answers; 200 when there is none left. */
	answers: number[] = [];

	/** Never answers. */
	isSilent = false;

	url = '';

	private server: Server | undefined;

	async start(): Promise<void> {
		this.received = [];
		this.answers = [];
		this.isSilent = false;
		const server = createServer((request, response) => {
			let text = '';
			request.on('data', (chunk: Buffer) => (text += chunk.toString()));
			request.on('end', () => {
				this.received.push({ text, headers: request.headers });
				if (!this.isSilent) response.writeHead(this.answers.shift() ?? 200).end();
			});
		});
		this.server = server;
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const address = server.address();
		this.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`;
	}

	/** The bodies, parsed. */
	bodies(): unknown[] {
		return this.received.map(({ text }): unknown => JSON.parse(text));
	}

	async close(): Promise<void> {
		this.server?.closeAllConnections();
		await new Promise((resolve) => this.server?.close(resolve));
	}
}

/** A receiver for the tests of one file. */
export function useReceiver(): Receiver {
	const receiver = new Receiver();
	beforeEach(async () => await receiver.start());
	afterEach(async () => await receiver.close());
	return receiver;
}
