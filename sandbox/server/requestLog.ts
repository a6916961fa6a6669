import type { IncomingHttpHeaders } from 'node:http';
import { groupBy } from '../tools/groupBy';

const headersOfInterest = ['content-type', 'content-length', 'accept', 'user-agent', 'idempotency-key'] as const;

/** One request, in order of arrival. */
export interface LogEntry {
	/** Vendor epoch milliseconds. */
	time: number;
	vendor: string;
	method: string;
	/** Below the vendor base, undecoded. */
	path: string;
	/** The route pattern, e.g. `/agents/:id`; `unknown` when none matched. */
	route: string;
	query: unknown;
	/** Parsed JSON if it is JSON, otherwise the text; `null` when there was none. */
	body: unknown;
	/** The client's answer; `null` while in flight. */
	status: number | 'reset' | null;
	authorized: boolean;
	/** The handler ran and succeeded, even if the client got another answer. */
	accepted: boolean;
	headers: Record<string, string>;
}

/** The same content, accepted more than once at the same path. */
export interface Duplicate {
	path: string;
	body: unknown;
	times: number;
}

/** How often a route was asked, and how many of its requests were under way at once. */
export interface RouteStats {
	vendor: string;
	method: string;
	route: string;
	count: number;
	peakInFlight: number;
	/** Never filled for GET. */
	duplicates: Duplicate[];
}

/** The headers of interest, never the key. */
export function pickHeaders(headers: IncomingHttpHeaders): Record<string, string> {
	return Object.fromEntries(
		headersOfInterest.flatMap((name) => {
			const value = headers[name];
			return typeof value === 'string' ? [[name, value]] : [];
		}),
	);
}

function canonical(value: unknown): string {
	return JSON.stringify(value, (_key, member: unknown) =>
		typeof member === 'object' && member !== null && !Array.isArray(member)
			? Object.fromEntries(Object.entries(member).sort(([left], [right]) => (left < right ? -1 : 1)))
			: member,
	);
}

function routeKey({ vendor, method, route }: LogEntry): string {
	return `${vendor} ${method} ${route}`;
}

function duplicatesIn(entries: readonly LogEntry[]): Duplicate[] {
	const accepted = entries.filter((entry) => entry.accepted && entry.method !== 'GET');
	return [...groupBy(accepted, ({ path, body }) => `${path} ${canonical(body)}`).values()].flatMap((same) => {
		const [first] = same;
		return first && same.length > 1 ? [{ path: first.path, body: first.body, times: same.length }] : [];
	});
}

/** Every request to every vendor since the last reset. */
export class RequestLog {
	private entries: LogEntry[] = [];

	private readonly inFlight = new Map<string, number>();

	private readonly peaks = new Map<string, number>();

	arrive(entry: LogEntry): void {
		this.entries.push(entry);
		const key = routeKey(entry);
		const now = (this.inFlight.get(key) ?? 0) + 1;
		this.inFlight.set(key, now);
		this.peaks.set(key, Math.max(now, this.peaks.get(key) ?? 0));
	}

	leave(entry: LogEntry): void {
		const key = routeKey(entry);
		this.inFlight.set(key, (this.inFlight.get(key) ?? 1) - 1);
	}

	list(): LogEntry[] {
		return structuredClone(this.entries);
	}

	stats(): RouteStats[] {
		return [...groupBy(this.entries, routeKey)].flatMap(([key, entries]) => {
			const [first] = entries;
			if (!first) return [];
			const { vendor, method, route } = first;
			return [
				{
					vendor,
					method,
					route,
					count: entries.length,
					peakInFlight: this.peaks.get(key) ?? 0,
					duplicates: duplicatesIn(entries),
				},
			];
		});
	}

	clear(): void {
		this.entries = [];
		this.peaks.clear();
	}
}
