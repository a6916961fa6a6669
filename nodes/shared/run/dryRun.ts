import { jsonParse, type IDataObject } from 'n8n-workflow';

import { ItemFailure, type Failure } from '../contract/failure';
import { ItemsHeldBack } from '../contract/intent';
import type { Advice, ApiRequest } from '../contract/operation';
import type { Outcome } from '../contract/outcome';
import type { Vendor } from '../contract/vendor';
import { connected } from '../http/connected';
import type { HttpPort } from '../http/ports';
import { isReadOnly, READ_ONLY_LABEL, writingEndpoints } from '../http/readOnly';
import { shortestTime } from '../limits/shortestTime';
import { counted, duration } from '../values/amounts';
import { ranges } from '../values/ranges';

/** A request that a dry run would have sent. Plain data. */
interface PlannedRequest {
	/** Counts the requests of the run, from 1. */
	number: number;
	method: string;
	/** Without its query. */
	url: string;
	query?: Record<string, unknown>;
	/** Without the secrets that it would carry; undefined where it has none. */
	body?: unknown;
	/** Indexes of the items that it is for. */
	items: readonly number[];
}

/** For up to so many items, each shows the body that they share; of more, the first one does. */
const MOST_SHARING = 25;

const NOT_SENT = 'Dry Run: nothing was sent.';

const FURTHER = 'Further requests may follow; they depend on the answer to this one.';

/** Whether it may send several for an item, one after another. */
const hasFurther = (advice: Advice): boolean =>
	writingEndpoints(advice).length > 1 && advice.rowsPerRequest === undefined;

/**
 * Stops an operation when its request would leave. The user sees it as a result, not as a failure, see `DryRun.shown`.
 */
const planned = (plannedRequest: number): ItemFailure =>
	new ItemFailure({ kind: 'skipped', message: NOT_SENT, description: '', plannedRequest });

/** A body as the vendor would read it. */
const asSent = (body: unknown): unknown => jsonParse(JSON.stringify(body));

function rowOf({ items, body, ...request }: PlannedRequest, index: number): IDataObject {
	const isHere = items.length <= MOST_SHARING || items[0] === index;
	const shownBody = isHere ? body : `See item ${items[0]}`;
	return {
		dryRun: true,
		items: ranges(items),
		request: { ...request, ...(body !== undefined && { body: shownBody }) },
	};
}

interface DryRunPorts {
	vendor: Vendor;
	advice: Advice;
	http: Pick<HttpPort, 'connect'>;
	/** See `Contacts.heldBack`. */
	heldBack: (items: readonly number[]) => Promise<ReadonlyMap<number, Failure>>;
	warn: (text: string) => void;
}

/**
 * A run that stops before its first request that changes something, and shows that request. Look-ups leave, because the
 * request depends on them.
 */
export class DryRun {
	/** Read from the items: one of them is enough. */
	isOn = false;

	private readonly requests: PlannedRequest[] = [];

	private readonly counts = new Map<string, number>();

	private limits: Vendor['limits'] = {};

	constructor(private readonly ports: DryRunPorts) {}

	/**
	 * In place of sending a request.
	 * @throws ItemFailure always: the request, or why it could not leave
	 */
	async plan(apiRequest: ApiRequest, items: readonly number[]): Promise<never> {
		const { vendor, http, heldBack, warn } = this.ports;
		const { request, base, isContact } = apiRequest;
		const { connection, limits, limitName } = await connected(vendor, http, apiRequest);
		const failures: ReadonlyMap<number, Failure> = isContact ? await heldBack(items) : new Map();
		const [first] = failures.values();
		if (first) throw new ItemsHeldBack(first, failures);
		if (isReadOnly(connection.fields))
			warn(`"${READ_ONLY_LABEL}" is on in the credential, so the requests would not leave.`);
		this.limits = limits;
		this.counts.set(limitName, (this.counts.get(limitName) ?? 0) + 1);
		const number = this.requests.length + 1;
		this.requests.push({
			number,
			method: request.method,
			url: connection.addressOf(base) + request.path,
			...(Object.keys(request.query).length > 0 && { query: request.query }),
			...(request.body !== undefined && connection.secretsOf(request).outOfAnswer({ body: asSent(request.body) })),
			items,
		});
		throw planned(number);
	}

	/** What an item shows: the request that would carry it, or that there is none. Failures stay. */
	shown(index: number, outcome: Outcome): Outcome {
		if (outcome.rows)
			return { rows: outcome.rows.map(({ json, ...row }) => ({ ...row, json: { dryRun: true, ...json } })) };
		const request = this.requests[(outcome.failure.plannedRequest ?? 0) - 1];
		if (!request) return outcome;
		const note = hasFurther(this.ports.advice) ? `${NOT_SENT} ${FURTHER}` : NOT_SENT;
		return { rows: [{ json: rowOf(request, index), told: { note } }] };
	}

	/** What the run would do, for the user. @param total items of the run */
	summary(total: number): string {
		const { vendor } = this.ports;
		const items = new Set(this.requests.flatMap((request) => request.items)).size;
		const seconds = shortestTime(this.limits, this.counts);
		return [
			`${NOT_SENT} ${items} of ${counted(total, 'item')} would leave in ${counted(this.requests.length, 'request')}.`,
			vendor.creditsPerRequest !== undefined &&
				this.requests.length > 0 &&
				`${vendor.name} may take ${counted(vendor.creditsPerRequest * this.requests.length, 'credit')} for that.`,
			seconds > 0 && `Under the limits of ${vendor.name}, that takes at least ${duration(seconds * 1_000)}.`,
		]
			.filter((sentence) => sentence !== false)
			.join(' ');
	}
}
