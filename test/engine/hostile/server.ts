import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, beforeEach } from '@jest/globals';

/** Answers as it likes, on this machine; as a base URL it stands for any vendor. */
export class HostileServer {
	readonly received: IncomingMessage[] = [];

	answer: RequestListener = (_, response) => response.end('{}');

	private server: Server | undefined;

	async start(): Promise<void> {
		this.server = createServer((request, response) => {
			this.received.push(request);
			this.answer(request, response);
		}).listen(0, '127.0.0.1');
		await once(this.server, 'listening');
	}

	stop(): void {
		this.server?.closeAllConnections();
		this.server?.close();
	}

	get baseUrl(): string {
		const { port } = this.server?.address() as AddressInfo;
		return `http://127.0.0.1:${port}/v1`;
	}

	/** Answers every request with a status and a JSON text. */
	says(status: number, body: string, headers: Record<string, string> = {}): void {
		this.answer = (_, response) =>
			response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
	}
}

/** A hostile server for the tests of one file. */
export function useHostileServer(): HostileServer {
	const server = new HostileServer();
	beforeAll(async () => await server.start());
	beforeEach(() => {
		server.received.length = 0;
	});
	afterAll(() => server.stop());
	return server;
}

/** A byte at a time, for as long as somebody listens. */
export function drip(response: ServerResponse, status = 200, type = 'application/json', drop = ' '): void {
	response.writeHead(status, { 'content-type': type });
	const timer = setInterval(() => response.write(drop), 50);
	response.on('close', () => clearInterval(timer));
}

/** As fast as it is read, for as long as somebody listens. */
export function flood(response: ServerResponse, status = 200): void {
	response.writeHead(status, { 'content-type': 'application/json' });
	const chunk = ' '.repeat(1024 * 1024);
	const pour = () => {
		while (!response.destroyed && response.write(chunk));
	};
	response.on('drain', pour);
	pour();
}
