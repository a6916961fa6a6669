import type { IncomingHttpHeaders } from 'node:http';

import type { IncomingResponse, OutgoingRequest } from '../../../nodes/shared/contract/exchange';
import type { Vendor as NodeVendor } from '../../../nodes/shared/contract/vendor';
import { Clock } from '../../../sandbox/clock';
import { answerCall } from '../../../sandbox/exchange';
import { kaicallsVendor } from '../../../sandbox/kaicalls';
import { KaiCalls } from '../../../sandbox/kaicalls/kaicalls';
import { kairoVendor } from '../../../sandbox/kairo';
import { Kairo } from '../../../sandbox/kairo/kairo';
import { kakiyoVendor } from '../../../sandbox/kakiyo';
import { Kakiyo } from '../../../sandbox/kakiyo/kakiyo';
import { kayseVendors } from '../../../sandbox/kayse';
import { Kayse } from '../../../sandbox/kayse/kayse';
import type { Route, Vendor } from '../../../sandbox/vendor';
import { ManualTime } from '../../unit/support/manualTime';

/** The vendors' clock, which stands still with that of the nodes. */
class StandingClock extends Clock {
	constructor(private readonly time: ManualTime) {
		super();
	}

	override now(): number {
		return this.time.now();
	}

	override async sleep(vendorSeconds: number, signal?: AbortSignal): Promise<void> {
		await this.time.sleep(vendorSeconds * 1_000);
		signal?.throwIfAborted();
	}
}

/** What a request came to at the vendor. */
export interface Served {
	response: IncomingResponse;
	/** The handler ran and succeeded. */
	accepted: boolean;
}

interface Found {
	route: Route;
	params: Record<string, string>;
}

const isParameter = (segment: string): boolean => segment.startsWith(':');

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
	const wanted = pattern.split('/');
	const actual = path.split('/');
	const fits = wanted.length === actual.length && wanted.every((segment, at) => isParameter(segment) || segment === actual[at]);
	if (!fits) return undefined;
	const named = wanted.map((segment, at): [string, string] => [segment, decodeURIComponent(actual[at] ?? '')]);
	return Object.fromEntries(named.filter(([segment]) => isParameter(segment)).map(([segment, value]) => [segment.slice(1), value]));
}

/** As the sandbox's server does: what is written out goes before a parameter. */
function findRoute({ routes }: Vendor, method: string, path: string): Found | undefined {
	const found = routes
		.filter((route) => route.method === method)
		.flatMap((route) => {
			const params = paramsOf(route.path, path);
			return params ? [{ route, params }] : [];
		});
	return found.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
}

const queryOnTheWire = (query: OutgoingRequest['query']) =>
	Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]));

/** The four vendors of the sandbox. */
export interface Sandbox {
	kakiyo: Kakiyo;
	kaiCalls: KaiCalls;
	kayse: Kayse;
	kairo: Kairo;
}

/** A vendor as a node's credential leads to it. */
interface Reached {
	main: Vendor;
	keys: Record<string, string>;
	/** Further hosts, by the credential's field that points there. */
	hosts?: Record<string, Vendor>;
}

function reachedIn({ kakiyo, kaiCalls, kayse, kairo }: Sandbox): Map<string, Reached> {
	const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
	const { main, calls: callsBaseUrl } = kayseVendors(kayse);
	return new Map<string, Reached>([
		['kakiyoOutreachApi', { main: kakiyoVendor(kakiyo), keys: bearer(kakiyo.apiKey) }],
		['kaiCallsOutreachApi', { main: kaicallsVendor(kaiCalls), keys: bearer(kaiCalls.keys.main.key) }],
		['kayseOutreachApi', { main, keys: { 'x-api-key': kayse.apiKey, 'x-public-api-key': kayse.apiKey }, hosts: { callsBaseUrl } }],
		['kairoOutreachApi', { main: kairoVendor(kairo), keys: bearer(kairo.apiKey) }],
	]);
}

/** No more than there are conversations in the seed that may be paused. */
const MOST_PLACES = 205;

/** Everything in the seed data is over by then. */
const AFTER_THE_SEED = Date.UTC(2030, 0, 1);

/** A vendor of the sandbox, called without a socket, in a time that stands still until everybody sleeps. */
export class Stand {
	readonly time = new ManualTime(AFTER_THE_SEED);

	readonly sandbox: Sandbox;

	private readonly reached: Reached;

	private taken = 0;

	constructor({ credential }: NodeVendor) {
		const clock = new StandingClock(this.time);
		this.sandbox = { kakiyo: new Kakiyo(clock), kaiCalls: new KaiCalls(clock), kayse: new Kayse(clock), kairo: new Kairo(clock) };
		const reached = reachedIn(this.sandbox).get(credential);
		if (!reached) throw new Error(`The sandbox has no vendor for ${credential}`);
		this.reached = reached;
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
		this.sandbox.kakiyo.configure({ maxAgents: null, maxCampaigns: null, maxProducts: null });
	}

	/** @param base the credential's field with another base URL */
	async serve({ method, path, query, body, headers }: OutgoingRequest, base?: string): Promise<Served> {
		const { main, keys, hosts } = this.reached;
		const vendor = (base === undefined ? undefined : hosts?.[base]) ?? main;
		const found = findRoute(vendor, method, path);
		const answer = await answerCall(vendor, found?.route, {
			method,
			path,
			params: found?.params ?? {},
			query: queryOnTheWire(query),
			headers: { ...keys, 'content-type': 'application/json', ...lowerCase(headers) },
			text: body === undefined ? undefined : JSON.stringify(body),
		});
		const { payload, headers: told } = answer.encode();
		const isText = typeof answer.body === 'string' || answer.body === undefined;
		const read: unknown = isText ? payload.toString() : JSON.parse(payload.toString());
		return { response: { status: answer.status, headers: lowerCase(told), body: read }, accepted: answer.accepted };
	}
}

const lowerCase = (headers: Record<string, string> = {}): IncomingHttpHeaders & Record<string, string> =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
