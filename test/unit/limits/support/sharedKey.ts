import type { IncomingResponse } from '../../../../nodes/shared/contract/exchange';
import type { RateLimit } from '../../../../nodes/shared/contract/rateLimit';
import { RateLimiter } from '../../../../nodes/shared/limits/rateLimiter';
import { requestedRetryAt } from '../../../../nodes/shared/limits/waits';
import type { ManualTime } from '../../support/manualTime';
import { response } from '../../support/wire';
import { patient } from './traffic';

const FASTEST_ANSWER_MS = 80;
const SLOWEST_ANSWER_MS = 400;

/** How a vendor counts, and which limits it announces. */
export interface VendorModel {
	/** A window that opens with the first request after the last has ended, or any span that ends now. */
	counts: 'fixed' | 'sliding';
	/** Whether each answer says how many requests remain. */
	announces: boolean;
}

/** What the vendor counted in one of its windows, or in one span as long as that. */
export interface WindowLog {
	accepted: number;
	refused: number;
}

/** A vendor that counts the requests of a key from all processes. */
class CountingVendor {
	private counted: number[] = [];

	private startedAt = -Infinity;

	readonly accepted: number[] = [];

	readonly refused: number[] = [];

	constructor(
		private readonly limit: RateLimit,
		private readonly model: VendorModel,
		private readonly time: ManualTime,
	) {}

	answer(): IncomingResponse {
		const now = this.time.now();
		const windowMs = this.limit.perSeconds * 1_000;
		if (this.model.counts === 'sliding') this.counted = this.counted.filter((moment) => moment > now - windowMs);
		else if (now >= this.startedAt + windowMs) [this.startedAt, this.counted] = [now, []];
		const endsAt = (this.model.counts === 'sliding' ? (this.counted[0] ?? now) : this.startedAt) + windowMs;
		const isAccepted = this.counted.length < this.limit.requests;
		(isAccepted ? this.accepted : this.refused).push(now);
		if (isAccepted) this.counted.push(now);
		const seconds = String(Math.max(1, Math.ceil((endsAt - now) / 1_000)));
		const left = {
			'x-ratelimit-remaining': String(this.limit.requests - this.counted.length),
			'x-ratelimit-reset': seconds,
		};
		const headers = this.model.announces ? left : {};
		return isAccepted ? response(200, {}, headers) : response(429, {}, { ...headers, 'retry-after': seconds });
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
}

/**
 * Processes that know nothing of each other send with one key as fast as their limiters let them.
 * @returns the counts in each span as long as the vendor's window
 */
export async function sendWithOneKey(
	{ limit, model, workers, random }: { limit: RateLimit; model: VendorModel; workers: Worker[]; random: () => number },
	time: ManualTime,
): Promise<WindowLog[]> {
	const windowMs = limit.perSeconds * 1_000;
	const start = time.now();
	const vendor = new CountingVendor(limit, model, time);
	const windows = Math.max(...workers.map(({ until }) => until));

	async function sendOn(limiter: RateLimiter, worker: Worker): Promise<void> {
		const endsAt = start + worker.until * windowMs;
		await time.sleep(worker.from * windowMs + random() * 1_000);
		while (time.now() < endsAt) {
			const admission = await limiter.acquire({ ...patient, cancelled: () => time.now() >= endsAt });
			if (admission !== 'admitted') return;
			const way = FASTEST_ANSWER_MS + random() * (SLOWEST_ANSWER_MS - FASTEST_ANSWER_MS);
			await time.sleep(way / 2);
			const answer = vendor.answer();
			await time.sleep(way / 2);
			limiter.release(answer);
			if (answer.status === 429) limiter.pause(requestedRetryAt(answer, time.now()) ?? time.now());
		}
	}

	const all = workers.flatMap((worker) => {
		const limiter = new RateLimiter(limit, time);
		return Array.from({ length: limit.inFlight ?? 5 }, async () => await sendOn(limiter, worker));
	});
	await time.run(Promise.all(all));
	const within = (moments: number[], window: number) =>
		moments.filter((moment) => Math.floor((moment - start) / windowMs) === window).length;
	return Array.from({ length: windows }, (_, window) => ({
		accepted: within(vendor.accepted, window),
		refused: within(vendor.refused, window),
	}));
}
