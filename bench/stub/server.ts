import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { LOOPBACK } from '../../demo/ports';
import type { RegisteredWebhook, StubAnswer, StubMethods, StubRequest, StubSettings, StubVendor } from './api';
import { jira } from './jira';
import { kaicalls } from './kaicalls';
import { kakiyo } from './kakiyo';
import { kayse } from './kayse';

/** Longer than any pause between two requests of a run, so that no kept connection is closed under a client. */
const KEEP_ALIVE_MS = 600_000;

const NOT_FOUND: StubAnswer = { status: 404, body: { error: 'not_found', message: 'The benchmark does not use this' } };

async function read(message: IncomingMessage): Promise<{ vendor: string; request: StubRequest }> {
	const chunks: Buffer[] = [];
	for await (const chunk of message) chunks.push(chunk as Buffer);
	const text = Buffer.concat(chunks).toString('utf8');
	const { pathname, searchParams: query } = new URL(message.url ?? '/', 'http://stub');
	const [, vendor = '', ...rest] = pathname.split('/');
	const body: unknown = text === '' ? undefined : JSON.parse(text);
	return { vendor, request: { method: message.method ?? 'GET', path: `/${rest.join('/')}`, query, body } };
}

/** The vendors raise their limits by headers, so that the benchmark measures nodes and not waiting. */
const liftedLimits = () => ({
	'x-ratelimit-limit': '1000000',
	'x-ratelimit-remaining': '1000000',
	'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 60),
});

/** Replaces the vendors: answers at once or after a fixed time, accepts every valid request, and counts. */
export class StubServer implements StubMethods {
	private settings: StubSettings = { delayMs: 0, listRows: 0 };

	private counts = { requests: 0, refused: 0, rows: 0, peak: 0 };

	private seen = new Set<string>();

	private underWay = 0;

	private readonly registered = new Map<string, RegisteredWebhook>();

	private readonly vendors: Record<string, StubVendor> = {
		kakiyo: kakiyo(this.registered),
		kaicalls,
		kayse,
		jira,
	};

	/** Listens on the loopback interface; returns the address. */
	async listen(port: number): Promise<string> {
		const server = createServer((message, response) => void this.serve(message, response));
		server.keepAliveTimeout = KEEP_ALIVE_MS;
		server.listen(port, LOOPBACK);
		await once(server, 'listening');
		return `http://${LOOPBACK}:${port}`;
	}

	reset(settings: StubSettings): void {
		this.settings = settings;
		this.counts = { requests: 0, refused: 0, rows: 0, peak: this.underWay };
		this.seen = new Set();
	}

	tally() {
		return { ...this.counts, distinctRows: this.seen.size };
	}

	webhooks(): RegisteredWebhook[] {
		return [...this.registered.values()];
	}

	private async serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
		this.underWay += 1;
		this.counts.peak = Math.max(this.counts.peak, this.underWay);
		response.once('close', () => (this.underWay -= 1));
		const { vendor, request } = await read(message);
		const { status = 200, headers, body, rows = [] } = this.vendors[vendor]?.(request, this.settings) ?? NOT_FOUND;
		this.count(status, rows);
		if (this.settings.delayMs > 0) await delay(this.settings.delayMs);
		response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...liftedLimits(), ...headers });
		response.end(JSON.stringify(body));
	}

	private count(status: number, rows: string[]): void {
		this.counts.requests += 1;
		if (status >= 400) this.counts.refused += 1;
		this.counts.rows += rows.length;
		for (const row of rows) this.seen.add(row);
	}
}
