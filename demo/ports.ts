import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** The demo and the end-to-end tests listen only on this address. */
export const LOOPBACK = '127.0.0.1';

async function tryListen(port: number): Promise<number> {
	const server = createServer().listen(port, LOOPBACK);
	await once(server, 'listening');
	const { port: bound } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return bound;
}

/** Throws with a remedy when a port is taken. */
export async function assertPortFree(port: number, owner: string, option: string): Promise<void> {
	try {
		await tryListen(port);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		throw new Error(`Port ${port} for ${owner} is already in use. Choose another one: npm start -- ${option} <port>`);
	}
}

/** A free port. */
export async function freePort(): Promise<number> {
	return await tryListen(0);
}
