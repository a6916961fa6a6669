import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An hour: no vendor's window is longer. */
const WINDOW_S = 3_600;

/** An answer in which many operations find something. */
const ANSWER = JSON.stringify({ id: '1', status: 'completed', data: [], items: [], results: [], total: 0 });

/** Stands in for any vendor: answers every request at once, with the same and without limits. */
export async function startServer() {
	let methods: string[] = [];
	const server = createServer((request, response) => {
		methods.push(request.method ?? '');
		request.resume();
		response.writeHead(200, {
			'content-type': 'application/json',
			'x-ratelimit-limit': '1000000',
			'x-ratelimit-remaining': '1000000',
			'x-ratelimit-reset': String(WINDOW_S),
		});
		response.end(ANSWER);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		/** Methods of the requests since the last time that this was asked. */
		takeMethods(): string[] {
			const taken = methods;
			methods = [];
			return taken;
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

export type AnyServer = Awaited<ReturnType<typeof startServer>>;
