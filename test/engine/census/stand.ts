import type { IncomingHttpHeaders } from 'node:http';

import type { IncomingResponse, OutgoingRequest } from '../../../nodes/shared/contract/exchange';
import type { Vendor as NodeVendor } from '../../../nodes/shared/contract/vendor';
import type { Clock } from '../../../sandbox/time/clock';
import { answerCall } from '../../../sandbox/server/exchange';
import { findRoute } from './route';
import { liftLimits, reachedIn, sandboxAt, type Reached, type Sandbox } from './sandboxVendors';

/** What a request came to at the vendor. */
export interface Served {
	response: IncomingResponse;
	/** The handler ran and succeeded. */
	accepted: boolean;
}

const queryOnTheWire = (query: OutgoingRequest['query']) =>
	Object.fromEntries(
		Object.entries(query)
			.filter(([, value]) => value !== undefined)
			.map(([name, value]) => [name, String(value)]),
	);

const lowerCase = (headers: Record<string, string> = {}): IncomingHttpHeaders & Record<string, string> =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** No more than there are conversations in the seed that may be paused. */
const MOST_PLACES = 205;

/** A vendor of the sandbox, called without a socket, and the records that a census works on. Real: the sandbox's routes. Not real: HTTP. */
export class Stand {
	readonly sandbox: Sandbox;

	/** As the node reaches it. */
	readonly reached: Reached;

	private taken = 0;

	/** @param clock the vendor's */
	constructor({ credential }: NodeVendor, clock: Clock) {
		this.sandbox = sandboxAt(clock);
		const reached = reachedIn(this.sandbox).get(credential);
		if (!reached) throw new Error(`The sandbox has no vendor for ${credential}`);
		this.reached = reached;
		this.reset();
	}

	/**
	 * Places for items of which the vendor has not heard. From time to time its seed data comes back, as all that the items made
	 * would slow it down.
	 * @returns the first
	 */
	places(count: number): number {
		if (this.taken + count > MOST_PLACES) this.reset();
		const first = this.taken;
		this.taken += count;
		return first;
	}

	/** The seed data again, and plans without limits. */
	reset(): void {
		this.taken = 0;
		this.reached.main.reset();
		liftLimits(this.sandbox);
	}

	/**
	 * With the vendor's own key.
	 * @param base the credential's field with another base URL
	 */
	async serve({ method, path, query, body, headers }: OutgoingRequest, base?: string): Promise<Served> {
		const { main, keys, hosts } = this.reached;
		const vendor = (base === undefined ? undefined : hosts?.[base]) ?? main;
		const found = findRoute(vendor, method, path);
		const answer = await answerCall(vendor, found?.route, {
			method,
			path,
			params: found?.params ?? {},
			query: queryOnTheWire(query),
			headers: { 'content-type': 'application/json', ...lowerCase(headers), ...keys },
			text: body === undefined ? undefined : JSON.stringify(body),
		});
		const { payload, headers: answerHeaders } = answer.encode();
		const isText = typeof answer.body === 'string' || answer.body === undefined;
		const read: unknown = isText ? payload.toString() : JSON.parse(payload.toString());
		return {
			response: { status: answer.status, headers: lowerCase(answerHeaders), body: read },
			accepted: answer.accepted,
		};
	}
}
