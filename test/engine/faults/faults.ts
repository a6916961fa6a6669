import type { Clock } from '../../../sandbox/time/clock';
import type { Fault as SandboxFault } from '../../../sandbox/server/faults';

/** How a request is spoilt; where, is another question. */
export type Spoilt = Omit<SandboxFault, 'vendor' | 'method' | 'path'>;

/** What a fault may make use of. */
export interface Means {
	/** The vendor's. */
	clock: Clock;
	/** What a server that talks too much puts into its answer. */
	secret: string;
	/** Another host. */
	elsewhere: string;
	/** The vendor's handler takes effect before the fault. */
	afterHandler: boolean;
}

/** A column of the matrix. */
export interface Fault {
	name: string;
	/** Faults with the same heading share a column of the table. */
	heading: string;
	/** Absent where no server listens at all. */
	spoil?: (means: Means) => Spoilt;
	/**
	 * Whether the vendor may have done the work.
	 * - `no`: it says that it has not, or nothing has reached it;
	 * - `perhaps`: it may or may not have;
	 * - `yes`: it has, and only the answer is wrong.
	 */
	isDone: 'no' | 'perhaps' | 'yes';
	/** A second try succeeds, if doing it twice is harmless or the first try had no effect. */
	passes: boolean;
	/** Longest that the node waits for an answer, in ms. */
	timeout?: number;
}

/** In vendor seconds: two tenths of a second. */
const WAIT_SECONDS = 20;

const limited = (name: string, retryAfter: (clock: Clock) => Pick<Spoilt, 'headers' | 'body'>): Fault => ({
	name: `429, ${name}`,
	heading: '429',
	isDone: 'no',
	passes: true,
	spoil: ({ clock }) => ({ kind: 'status', status: 429, body: { error: 'rate_limit_exceeded' }, ...retryAfter(clock) }),
});

const resetAt = (clock: Clock): number => clock.now() + WAIT_SECONDS * 1_000;

const byResetHeader = (reset: (clock: Clock) => number) => (clock: Clock) => ({
	headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(reset(clock))) },
});

/** RFC 9110 10.2.3 (Retry-After); the bodies and headers of docs/vendors, each unit that one of them has. */
const LIMITS: Fault[] = [
	limited('Retry-After in seconds', () => ({ headers: { 'retry-after': String(WAIT_SECONDS) } })),
	limited('Retry-After as a date', (clock) => ({ headers: { 'retry-after': new Date(resetAt(clock)).toUTCString() } })),
	limited('seconds in the body', () => ({ body: { error: 'rate_limit_exceeded', retryAfter: WAIT_SECONDS } })),
	limited('a time in the body', (clock) => ({ body: { error: 'rate_limit_exceeded', resetTime: resetAt(clock) } })),
	limited(
		'X-RateLimit-Reset in epoch seconds',
		byResetHeader((clock) => resetAt(clock) / 1_000),
	),
	limited('X-RateLimit-Reset in epoch milliseconds', byResetHeader(resetAt)),
	limited(
		'X-RateLimit-Reset in seconds left',
		byResetHeader(() => WAIT_SECONDS),
	),
	limited('and nothing else', () => ({})),
];

const failing = (status: number, name = String(status), headers: Record<string, string> = {}): Fault => ({
	name,
	heading: '5xx',
	isDone: 'perhaps',
	passes: true,
	spoil: ({ secret, afterHandler }) => ({
		kind: 'status',
		status,
		headers,
		afterHandler,
		body: { error: 'server_error', message: `It failed. Debug: authorization: Bearer ${secret}` },
	}),
});

/** RFC 9110 15.4: 302 may say that it is done and to be seen elsewhere, 307 that it is to be sent elsewhere. */
const redirecting = (status: number, isDone: Fault['isDone']): Fault => ({
	name: `redirect to another host (${status})`,
	heading: 'redirect',
	isDone,
	passes: false,
	spoil: ({ elsewhere, secret, afterHandler }) => ({
		kind: 'redirect',
		status,
		location: `${elsewhere}/login?from=${secret}`,
		afterHandler: afterHandler && isDone !== 'no',
	}),
});

/** Above the default limit for an answer (nodes/shared/http/answerLimits.ts). */
const LARGE_MB = 51;

/** A word in an answer of another shape by which it is known again. */
export const OTHER_SHAPE = 'unheard-of';

const perhaps = (name: string, spoil: (means: Means) => Spoilt): Fault => ({
	name,
	heading: name,
	isDone: 'perhaps',
	passes: false,
	spoil,
});

/** More than an answer takes on a loaded machine. */
const TIMEOUT_MS = 1_000;

/** What may happen to a request, once. */
export const FAULTS: Fault[] = [
	...LIMITS,
	failing(500),
	failing(502),
	failing(503),
	failing(503, '503 with Retry-After', { 'retry-after': String(WAIT_SECONDS) }),
	{ name: 'refused', heading: 'refused', isDone: 'no', passes: false },
	{
		...perhaps('reset before it is done', () => ({ kind: 'resetBeforeHandler' })),
		heading: 'reset before',
		passes: true,
	},
	{ ...perhaps('reset when it is done', () => ({ kind: 'resetAfterHandler' })), heading: 'reset after', passes: true },
	{
		...perhaps('time-out', ({ afterHandler }) => ({ kind: 'slow', delaySeconds: 3_600, afterHandler })),
		passes: true,
		timeout: TIMEOUT_MS,
	},
	{ ...perhaps('cut JSON', () => ({ kind: 'cutBody' })), passes: true },
	perhaps('HTML', ({ secret, afterHandler }) => ({
		kind: 'html',
		afterHandler,
		body: `<!doctype html><title>Sign in</title><p>Your key ${secret} has expired`,
	})),
	{ ...perhaps('empty', () => ({ kind: 'empty', afterHandler: true })), isDone: 'yes' },
	redirecting(302, 'perhaps'),
	redirecting(307, 'no'),
	perhaps('50 MB', ({ afterHandler }) => ({ kind: 'large', megabytes: LARGE_MB, afterHandler })),
	{
		...perhaps('other shape', ({ secret }) => ({
			kind: 'status',
			status: 200,
			afterHandler: true,
			body: { [OTHER_SHAPE]: [{ note: OTHER_SHAPE, debug: `Bearer ${secret}` }] },
		})),
		isDone: 'yes',
	},
];

/** The headings of the table, in order. */
export const HEADINGS = [...new Set(FAULTS.map(({ heading }) => heading))];
