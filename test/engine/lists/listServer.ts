import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, beforeEach } from '@jest/globals';

import type { Bench } from '../bench';
import { restartLimiters } from '../processLimiters';

/** An answer with status 200. */
export interface Answer {
	body: unknown;
	headers?: Record<string, string>;
}

export type Query = Record<string, string>;
export type Serve = (query: Query) => Answer;

/** A vendor that answers every request in the same way, for the forms that no one vendor has all of. */
export class ListServer {
	/** Queries that came since `serves`. */
	queries: Query[] = [];

	private serve: Serve = () => ({ body: [] });

	private server: Server | undefined;

	async start(): Promise<void> {
		const server = createServer((request, response) => {
			const query = Object.fromEntries(new URL(request.url ?? '/', 'http://127.0.0.1').searchParams);
			this.queries.push(query);
			const { body, headers = {} } = this.serve(query);
			response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
		});
		this.server = server;
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	}

	stop(): void {
		this.server?.close();
		this.server?.closeAllConnections();
	}

	serves(serve: Serve): void {
		this.serve = serve;
		this.queries = [];
	}

	get baseUrl(): string {
		const address = this.server?.address() as AddressInfo;
		return `http://127.0.0.1:${address.port}/v1`;
	}
}

/** A server for the tests of one file. */
export function useListServer(): ListServer {
	const server = new ListServer();
	beforeAll(async () => await server.start());
	afterAll(() => server.stop());
	return server;
}

/** A bench without requests to the sandbox, which needs no reset: each test gets an account with unused limits. */
export function withFreshLimits(bench: Bench): Bench {
	beforeAll(async () => await bench.start());
	beforeEach(restartLimiters);
	afterAll(async () => await bench.stop());
	return bench;
}
