import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

interface Received {
	text: string;
	headers: IncomingHttpHeaders;
}

/** A webhook receiver on this machine. */
export class Receiver {
	readonly received: Received[] = [];

	/** Status codes of the next answers; 200 when there is none left. */
	answers: number[] = [];

	/** Never answers. */
	isSilent = false;

	private constructor(
		private readonly server: Server,
		readonly url: string,
	) {}

	static async start(): Promise<Receiver> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const address = server.address();
		const receiver = new Receiver(server, `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`);
		server.on('request', (request, response) => {
			let text = '';
			request.on('data', (chunk: Buffer) => (text += chunk.toString()));
			request.on('end', () => {
				receiver.received.push({ text, headers: request.headers });
				if (!receiver.isSilent) response.writeHead(receiver.answers.shift() ?? 200).end();
			});
		});
		return receiver;
	}

	/** The bodies, parsed. */
	bodies(): unknown[] {
		return this.received.map(({ text }): unknown => JSON.parse(text));
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}
