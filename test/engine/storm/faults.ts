import { Faults, faultSchema, type Fault } from '../../../sandbox/server/faults';
import type { Random } from './random';

type Kind = Omit<Fault, 'vendor' | 'method' | 'path'>;

const page = '<!doctype html><title>Bad gateway</title>';

/** The forms in which a vendor may say that there were too many requests, and from when on it takes more. */
const limitReached = (random: Random, now: number): Kind => {
	const seconds = random.whole(1, 40);
	return {
		kind: 'status',
		status: 429,
		...random.pick<Pick<Kind, 'headers' | 'body'>>([
			{ headers: { 'retry-after': String(seconds) } },
			{ headers: { 'retry-after': new Date(now + seconds * 1_000).toUTCString() } },
			{ body: { error: 'rate_limit_exceeded', message: 'Too many requests', retryAfter: seconds } },
			{ body: { error: 'rate_limit_exceeded', message: 'Too many requests', resetTime: now + seconds * 1_000 } },
			{ headers: { 'x-ratelimit-reset': String(Math.ceil(now / 1_000) + seconds) } },
			{},
		]),
	};
};

/**
 * All kinds of faults of the sandbox, as often as listed. Vendors may show each of them: a refused request has no
 * effect. None sends an empty answer with the status of a success, because the sandbox would send it for refused
 * requests, too.
 */
const KINDS: ReadonlyArray<(random: Random, now: number) => Kind> = [
	() => ({ kind: 'resetBeforeHandler' }),
	() => ({ kind: 'resetAfterHandler' }),
	() => ({ kind: 'resetAfterHandler' }),
	() => ({ kind: 'cutBody' }),
	(random) => ({ kind: 'status', status: random.pick([500, 502, 503, 504]), afterHandler: random.isSo(0.5) }),
	(random) => ({
		kind: 'status',
		status: random.pick([502, 503]),
		headers: { 'retry-after': String(random.whole(1, 20)) },
	}),
	(random) => ({ kind: 'html', status: random.pick([200, 502, 503]), body: page, afterHandler: random.isSo(0.5) }),
	(random) => ({ kind: 'empty', status: random.pick([500, 502]), afterHandler: random.isSo(0.5) }),
	(random) => ({ kind: 'slow', delaySeconds: random.whole(1, 8) / 1_000, afterHandler: random.isSo(0.5) }),
	() => ({ kind: 'redirect', location: 'https://login.example/' }),
	(random) => ({
		kind: 'status',
		status: random.pick([400, 402, 403]),
		body: { error: 'refused', message: 'Not now' },
	}),
	limitReached,
	limitReached,
];

/** Whether such an answer hides the result of the request from the client. */
export const isHidden = ({ kind, status = 200 }: Kind): boolean =>
	kind === 'resetBeforeHandler' ||
	kind === 'resetAfterHandler' ||
	kind === 'cutBody' ||
	kind === 'empty' ||
	kind === 'html' ||
	kind === 'redirect' ||
	(kind === 'status' && status >= 500);

/** A fault for any request. */
export const faultOf = (random: Random, now: number): Fault => ({
	method: '*',
	path: '*',
	...random.pick(KINDS)(random, now),
});

/** The sandbox's faults, each chosen when the request is there. */
export class ChosenFaults extends Faults {
	/** @param choose the fault of the request that has just been logged */
	constructor(private readonly choose: () => Fault | undefined) {
		super();
	}

	override take(): ReturnType<Faults['take']> {
		const fault = this.choose();
		return fault && faultSchema.parse({ ...fault, path: '/*' });
	}
}
