import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { RateLimit } from '../../../nodes/shared/contract/rateLimit';
import type { AnyOperation } from '../agents/everyOperation';
import { listenToLimits } from '../processLimiters';
import type { Stand } from '../stand';

/** A request that has arrived. */
export interface Arrived {
	/** As in "GET /agents/1". */
	to: string;
	query: URLSearchParams;
	body: unknown;
	/** The limits that counted it. */
	limits: RateLimit[];
}

/** What fits most: the record that is asked for, or one that is there and over. */
function answerTo(path: string): string {
	const [, asked = 'x_1'] = /\/(\d+)$/.exec(path) ?? [];
	const id = /^\d+$/.test(asked) ? Number(asked) : asked;
	return JSON.stringify({ id, status: 'completed', success: true, data: { id } });
}

/** What arrives at a stand while operations run, and by which limits the node has counted it. */
export class Arrivals {
	private requests: Arrived[] = [];

	private counted: RateLimit[] = [];

	constructor(private readonly stand: Stand) {
		stand.answer = (response) => {
			const request = this.stand.received.at(-1);
			if (!request) return;
			const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
			const arrived: Arrived = {
				to: `${request.method} ${pathname}`,
				query: searchParams,
				body: undefined,
				limits: this.counted,
			};
			this.counted = [];
			this.requests.push(arrived);
			let text = '';
			request.on('data', (chunk) => (text += String(chunk)));
			request.on('end', () => {
				if (text !== '') arrived.body = JSON.parse(text);
				response.writeHead(200, { 'content-type': 'application/json' });
				response.end(answerTo(pathname));
			});
		};
		listenToLimits((limit) => limit && this.counted.push(limit));
	}

	/** @returns what arrives until the work is done */
	async during(work: (origin: string) => Promise<unknown>): Promise<Arrived[]> {
		this.requests = [];
		this.counted = [];
		await work(this.stand.origin);
		return this.requests;
	}

	/** @returns what a run has sent, with these parameters in place of the operation’s own, and over these items */
	async of(operation: AnyOperation, parameters?: INodeParameters, items?: IDataObject[]): Promise<Arrived[]> {
		return await this.during(async (origin) => await operation.run(origin, parameters, items));
	}
}

/** Whether a request goes to an endpoint as the pages write it: `GET /agents/{}`. */
const fits = (to: string, endpoint: string): boolean => {
	const [wanted, actual] = [endpoint.split('/'), to.split('/')];
	return wanted.length === actual.length && wanted.every((part, at) => part === '{}' || part === actual[at]);
};

/** The endpoint of a request among the documented ones; a literal segment goes before an ID. */
export const endpointOf = (to: string, documented: string[]): string | undefined =>
	documented.filter((endpoint) => fits(to, endpoint)).sort((a, b) => a.split('{}').length - b.split('{}').length)[0];
