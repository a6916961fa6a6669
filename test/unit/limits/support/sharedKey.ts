import type { IncomingResponse } from '../../../../nodes/shared/contract/exchange';
import type { RateLimit } from '../../../../nodes/shared/contract/rateLimit';
import { RateLimiter } from '../../../../nodes/shared/limits/rateLimiter';
import { backoffMs, requestedRetryAt } from '../../../../nodes/shared/limits/waits';
import { DEFAULT_MAX_RETRIES } from '../../../../nodes/shared/run/nodeOptions';
import type { ManualTime } from '../../support/manualTime';
import { response } from '../../support/wire';
import { patient } from './traffic';

const FASTEST_ANSWER_MS = 80;
const SLOWEST_ANSWER_MS = 400;
/** As the limiter's own. */
const IN_FLIGHT = 5;

/** How a vendor counts, and which limits it announces. */
export interface VendorModel {
	/** A window that opens with the first request after the last has ended, or any span that ends now. */
	counts: 'fixed' | 'sliding';
	/** Whether each answer says how many requests remain. */
	announces: boolean;
	/** Whether a refusal says nothing of when to come back. */
	isSilent?: boolean;
}

/** What the vendor counted in one of its windows, or in one span as long as that. */
export interface WindowLog {
	accepted: number;
	refused: number;
}

/** The times of the requests of one process, in milliseconds. */
class Journal {
	readonly accepted: number[] = [];

	readonly refused: number[] = [];

	/** Rows that were refused once more after the last retry. */
	givenUp = 0;

	/** The counts of each span as long as the vendor's window. */
	windows(start: number, windowMs: number, count: number): WindowLog[] {
		const within = (moments: number[], window: number) =>
			moments.filter((moment) => Math.floor((moment - start) / windowMs) === window).length;
		return Array.from({ length: count }, (_, window) => ({
			accepted: within(this.accepted, window),
			refused: within(this.refused, window),
		}));
	}
}

/** A vendor that counts the requests of a key from all processes. */
class CountingVendor {
	private counted: number[] = [];

	private startedAt = -Infinity;

	constructor(
		private readonly limit: RateLimit,
		private readonly model: VendorModel,
		private readonly time: ManualTime,
	) {}

	answer(journal: Journal): IncomingResponse {
		const now = this.time.now();
		const windowMs = this.limit.perSeconds * 1_000;
		if (this.model.counts === 'sliding') this.counted = this.counted.filter((moment) => moment > now - windowMs);
		else if (now >= this.startedAt + windowMs) [this.startedAt, this.counted] = [now, []];
		const endsAt = (this.model.counts === 'sliding' ? (this.counted[0] ?? now) : this.startedAt) + windowMs;
		const isAccepted = this.counted.length < this.limit.requests;
		(isAccepted ? journal.accepted : journal.refused).push(now);
		if (isAccepted) this.counted.push(now);
		const seconds = String(Math.max(1, Math.ceil((endsAt - now) / 1_000)));
		const left = {
			'x-ratelimit-remaining': String(this.limit.requests - this.counted.length),
			'x-ratelimit-reset': seconds,
		};
		const headers = this.model.announces ? left : {};
		if (isAccepted) return response(200, {}, headers);
		return response(429, {}, this.model.isSilent ? headers : { ...headers, 'retry-after': seconds });
	}
}

/** Refused requests in percent of all, and accepted ones in percent of those that the limit allows. */
export function shares(windows: WindowLog[], limit: RateLimit): { refused: number; used: number } {
	const accepted = windows.reduce((sum, window) => sum + window.accepted, 0);
	const refused = windows.reduce((sum, window) => sum + window.refused, 0);
	return {
		refused: (100 * refused) / (accepted + refused),
		used: (100 * accepted) / (windows.length * limit.requests),
	};
}

/** From when to when a process has something to send, in windows of the vendor. */
export interface Worker {
	from: number;
	until: number;
	/** Rows that it has at once; as many as fit in flight when left out. */
	rows?: number;
}

/** What one process reached. */
export interface WorkerLog {
	windows: WindowLog[];
	givenUp: number;
}

/** Mulberry32: the same numbers in [0, 1) in each run. */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** The counts of all processes together. */
export function together(logs: WorkerLog[]): WindowLog[] {
	const [first, ...others] = logs.map(({ windows }) => windows);
	return (first ?? []).map((window, place) => ({
		accepted: others.reduce((sum, log) => sum + (log[place]?.accepted ?? 0), window.accepted),
		refused: others.reduce((sum, log) => sum + (log[place]?.refused ?? 0), window.refused),
	}));
}

/** Holds back the limiter after a refusal, as `http/send` does. */
function pauseAfter(answer: IncomingResponse, limiter: RateLimiter, now: number, backoff: number): void {
	const earliest = now + backoff;
	const requested = requestedRetryAt(answer, now);
	if (requested === undefined) limiter.pauseWithoutTime(earliest);
	else limiter.pause(Math.max(earliest, requested));
}

/**
 * Processes that know nothing of each other send with one key as fast as their limiters let them.
 * @returns for each process, the counts in each span as long as the vendor's window
 */
export async function sendWithOneKey(
	{ limit, model, workers, random }: { limit: RateLimit; model: VendorModel; workers: Worker[]; random: () => number },
	time: ManualTime,
): Promise<WorkerLog[]> {
	const windowMs = limit.perSeconds * 1_000;
	const start = time.now();
	const vendor = new CountingVendor(limit, model, time);

	async function sendRows(limiter: RateLimiter, worker: Worker, journal: Journal): Promise<void> {
		const endsAt = start + worker.until * windowMs;
		await time.sleep(worker.from * windowMs + random() * 1_000);
		let countedUntil = -Infinity;
		for (let retries = 0; time.now() < endsAt;) {
			const admission = await limiter.acquire({ ...patient, cancelled: () => time.now() >= endsAt });
			if (admission !== 'admitted') return;
			const way = FASTEST_ANSWER_MS + random() * (SLOWEST_ANSWER_MS - FASTEST_ANSWER_MS);
			await time.sleep(way / 2);
			const answer = vendor.answer(journal);
			await time.sleep(way / 2);
			limiter.release(answer);
			const isRefused = answer.status === 429;
			if (isRefused) pauseAfter(answer, limiter, time.now(), backoffMs(retries + 1, random()));
			const now = time.now();
			const isCounted = isRefused && now >= countedUntil;
			if (isCounted && requestedRetryAt(answer, now) === undefined) countedUntil = now + windowMs;
			const isGivenUp = isCounted && retries >= DEFAULT_MAX_RETRIES;
			if (isGivenUp) journal.givenUp += 1;
			if (isGivenUp || !isRefused) retries = 0;
			else if (isCounted) retries += 1;
		}
	}

	const processes = workers.map((worker) => {
		const journal = new Journal();
		const limiter = new RateLimiter(limit, time);
		const { rows = limit.inFlight ?? IN_FLIGHT } = worker;
		const done = Array.from({ length: rows }, async () => await sendRows(limiter, worker, journal));
		return { journal, done };
	});
	await time.run(Promise.all(processes.flatMap(({ done }) => done)));
	const windows = Math.ceil(Math.max(...workers.map(({ until }) => until)));
	return processes.map(({ journal }) => ({
		windows: journal.windows(start, windowMs, windows),
		givenUp: journal.givenUp,
	}));
}
