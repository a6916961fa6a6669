import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import type { IHttpRequestMethods } from 'n8n-workflow';

import { LOOPBACK } from '../../demo/ports';
import type { IncomingResponse, OutgoingRequest } from '../../nodes/shared/contract/exchange';

/** Who answers the requests to some addresses. */
export interface Answering {
	/**
	 * @param address the first part of the path, below that of the host
	 * @returns undefined to answer nothing
	 */
	answer(address: string, request: OutgoingRequest): Promise<AnswerOnTheWay | undefined>;
}

export interface AnswerOnTheWay {
	response: IncomingResponse;
	/** The client has gone and does not hear it. */
	lost(): void;
}

/** Of the connection, not of the answer. */
const OF_THE_WIRE = /^(?:content-length|transfer-encoding|connection|content-encoding)$/;

function headersOf({ headers }: IncomingMessage): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
	);
}

async function requestIn(message: IncomingMessage, path: string, query: URLSearchParams): Promise<OutgoingRequest> {
	const body = await text(message);
	return {
		method: (message.method ?? 'GET') as IHttpRequestMethods,
		path,
		query: Object.fromEntries(query),
		headers: headersOf(message),
		...(body !== '' && { body: JSON.parse(body) as unknown }),
	};
}

/** Hosts on one port. Each host learns whether its answers arrive. */
export class LossyServer {
	private readonly hosts = new Map<string, Answering>();

	private constructor(private readonly server: Server) {}

	static async start(): Promise<LossyServer> {
		const server = createServer();
		const lossy = new LossyServer(server);
		server.on('request', (message, reply) => void lossy.serve(message, reply));
		server.listen(0, LOOPBACK);
		await once(server, 'listening');
		return lossy;
	}

	/** Replaces the server that this host had before. */
	mount(host: string, answering: Answering): void {
		this.hosts.set(host, answering);
	}

	/** Where a host is reached; an address of it comes next in the path. */
	addressOf(host: string): string {
		const { port } = this.server.address() as AddressInfo;
		return `http://${LOOPBACK}:${port}/${host}`;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		this.server.close();
		await once(this.server, 'close');
	}

	private async serve(message: IncomingMessage, reply: ServerResponse): Promise<void> {
		const { pathname, searchParams } = new URL(message.url ?? '', 'http://host');
		const [, host = '', address = '', ...path] = pathname.split('/');
		const request = await requestIn(message, `/${path.join('/')}`, searchParams);
		const answer = await this.hosts.get(host)?.answer(address, request);
		if (!answer || reply.destroyed) {
			answer?.lost();
			reply.destroy();
			return;
		}
		const { status, headers, body } = answer.response;
		const passedOn = Object.entries(headers).filter(([name]) => !OF_THE_WIRE.test(name));
		reply.on('close', () => {
			if (!reply.writableFinished) answer.lost();
		});
		reply.writeHead(status, Object.fromEntries(passedOn)).end(typeof body === 'string' ? body : JSON.stringify(body));
	}
}
