import type { Exchange } from '../contract/exchange';
import { ItemFailure, type Failure } from '../contract/failure';
import { sleepUntil, type Time } from '../contract/time';

/** MCP clients end a call after 60 s, and the people who talk to an agent before that. From here on nothing more is waited for. */
const WAITS_MS = 40_000;

/** What does not end by itself then is left behind. */
const ENDS_MS = 45_000;

/** A request that brought no answer in time. Whether it is harmless to send it again is decided by its method, as ever. */
const NO_ANSWER: Exchange = { failure: { kind: 'doubtful', reason: 'ETIMEDOUT' } };

/** How long the caller of a run waits for it. */
export interface CallerTimeout {
	/** Nothing more is sent or waited for. */
	isOver(): boolean;
	/** Until then (ms). */
	leftMs(): number;
	/** The answer of a request, as far as it comes in time. */
	answered(exchange: Promise<Exchange>): Promise<Exchange>;
	/** @throws ItemFailure when a file does not come in time */
	fetched<T>(file: Promise<T>): Promise<T>;
	/** @returns whether the work has ended; what has not goes on unheard */
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

/** A model does not wait for long, whatever the options say. */
export function modelTimeout(time: Time): CallerTimeout {
	const start = time.now();
	const isOver = () => time.now() >= start + WAITS_MS;
	/** What comes first: the work, or the end of the patience. */
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

/** For an item that had not been done, or read, when the patience was over. */
export const outOfTime: Failure = {
	kind: 'unavailable',
	message: `Not done: it took longer than the ${WAITS_MS / 1_000} seconds that a tool waits`,
	description: 'The vendor did not answer, its limit is used up, or other requests were first.',
};

/** For an item that was being done then. */
export const leftUnderWay = (vendorName: string): Failure => ({
	kind: 'unknown',
	message: `The outcome is unknown: it was sent to ${vendorName}, or was about to be, and took longer than the ${ENDS_MS / 1_000} seconds that a tool waits`,
	description: `It may or may not have been carried out. Look it up in ${vendorName} before you repeat it.`,
});
