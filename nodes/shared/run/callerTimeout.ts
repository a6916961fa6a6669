import type { Exchange } from '../contract/exchange';
import { ItemFailure, type Failure } from '../contract/failure';
import { sleepUntil, type Time } from '../contract/time';

/**
 * MCP clients end a call after 60 s, and people who talk to an agent give up earlier. After this time the run waits for
 * nothing more.
 */
const WAITS_MS = 40_000;

/** Work that has not ended by then is left behind. */
const ENDS_MS = 45_000;

/** A request that got no answer in time. Its method decides, as usual, whether it may be sent again. */
const NO_ANSWER: Exchange = { failure: { kind: 'doubtful', reason: 'ETIMEDOUT' } };

/** How long the caller of a run waits for it. */
export interface CallerTimeout {
	/** True when nothing more may be sent or waited for. */
	isOver(): boolean;
	/** The end of the wait (ms). */
	leftMs(): number;
	/** The answer of a request, if it comes in time. */
	answered(exchange: Promise<Exchange>): Promise<Exchange>;
	/** @throws ItemFailure when a file does not come in time */
	fetched<T>(file: Promise<T>): Promise<T>;
	/** @returns whether the work has ended; work that has not ended goes on, and its result is ignored */
	hasEnded(work: Promise<void>): Promise<boolean>;
}

/** A workflow waits as long as its options say. */
export const noTimeout: CallerTimeout = {
	isOver: () => false,
	leftMs: () => Infinity,
	answered: async (exchange) => await exchange,
	fetched: async (file) => await file,
	async hasEnded(work) {
		await work;
		return true;
	},
};

const tooSlow = (): ItemFailure =>
	new ItemFailure({
		kind: 'unavailable',
		message: `The file did not come within ${WAITS_MS / 1_000} seconds, the longest that a tool waits`,
		description: 'Nothing was changed.',
	});

/** A model does not wait long, even if the options allow it. */
export function modelTimeout(time: Time): CallerTimeout {
	const start = time.now();
	const isOver = () => time.now() >= start + WAITS_MS;
	/** Ends with the work or at the end of the wait, the earlier of the two. */
	async function inTime<T>(work: Promise<T>, late: () => T, endsMs = WAITS_MS): Promise<T> {
		let hasCome = false;
		const coming = work.finally(() => (hasCome = true));
		return await Promise.race([
			coming,
			sleepUntil(start + endsMs, () => hasCome, time).then(async () => (hasCome ? await coming : late())),
		]);
	}
	return {
		isOver,
		leftMs: () => Math.max(0, start + WAITS_MS - time.now()),
		answered: async (exchange) => await inTime(exchange, () => NO_ANSWER),
		fetched: async (file) =>
			await inTime(file, () => {
				throw tooSlow();
			}),
		hasEnded: async (work) =>
			await inTime(
				work.then(() => true),
				() => false,
				ENDS_MS,
			),
	};
}

/** For an item that was not yet read or performed at the end of the wait. */
export const outOfTime: Failure = {
	kind: 'unavailable',
	message: `Not done: it took longer than the ${WAITS_MS / 1_000} seconds that a tool waits`,
	description: 'The vendor did not answer, its limit is used up, or other requests were first.',
};

/** For an item that was being performed at the end of the wait. */
export const leftUnderWay = (vendorName: string): Failure => ({
	kind: 'unknown',
	message: `The outcome is unknown: it was sent to ${vendorName}, or was about to be, and took longer than the ${ENDS_MS / 1_000} seconds that a tool waits`,
	description: `It may or may not have been carried out. Look it up in ${vendorName} before you repeat it.`,
});
