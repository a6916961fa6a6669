import { setTimeout as timeout } from 'node:timers/promises';
import { z } from 'zod';
import { Answer } from './answer';

const kinds = [
	'status',
	'resetBeforeHandler',
	'resetAfterHandler',
	'cutBody',
	'html',
	'empty',
	'slow',
	'redirect',
	'large',
] as const;

/** A fault that meets the next requests of this method and path. */
export const faultSchema = z
	.object({
		/** Vendor name; any vendor when left out. */
		vendor: z.string().optional(),
		/** HTTP verb, or `*`. */
		method: z.string(),
		/** Path under the vendor base; a segment may be `*`. */
		path: z.string().startsWith('/'),
		kind: z.enum(kinds),
		times: z.number().int().positive().default(1),
		/** How many matching requests pass before the fault starts. */
		skip: z.number().int().nonnegative().default(0),
		status: z.number().int().min(200).max(599).optional(),
		body: z.unknown(),
		headers: z.record(z.string()).optional(),
		/** Real seconds. */
		delaySeconds: z.number().nonnegative().default(1),
		location: z.string().optional(),
		/** Size of a large answer; the client decides how much of it to read. */
		megabytes: z.number().int().positive().default(50),
		/** For status, html, empty, redirect, large and slow: run the handler first. */
		afterHandler: z.boolean().default(false),
	})
	.strict()
	.refine((fault) => fault.kind !== 'status' || fault.status !== undefined, { path: ['status'], message: 'Required' })
	.refine((fault) => fault.kind !== 'redirect' || fault.location !== undefined, {
		path: ['location'],
		message: 'Required',
	});

/** A fault as a test writes it: with defaults left out. */
export type Fault = z.input<typeof faultSchema>;
type ActiveFault = z.output<typeof faultSchema>;

/** The answer on the wire. */
export type Outcome =
	{ type: 'answer' | 'cut'; answer: Answer } | { type: 'large'; answer: Answer; megabytes: number } | { type: 'reset' };

function matches(fault: ActiveFault, vendor: string, method: string, path: string): boolean {
	if (fault.vendor !== undefined && fault.vendor !== vendor) return false;
	if (fault.method !== '*' && fault.method.toUpperCase() !== method) return false;
	const wanted = fault.path.split('/');
	const actual = path.split('/');
	return wanted.length === actual.length && wanted.every((segment, at) => segment === '*' || segment === actual[at]);
}

function falseAnswer(fault: ActiveFault): Answer {
	const { headers = {} } = fault;
	switch (fault.kind) {
		case 'html':
			return new Answer(fault.status ?? 200, fault.body ?? '<!doctype html><title>Maintenance</title>', {
				'content-type': 'text/html; charset=utf-8',
				...headers,
			});
		case 'redirect':
			return new Answer(fault.status ?? 302, undefined, { location: fault.location ?? '', ...headers });
		case 'empty':
			return new Answer(fault.status ?? 200, undefined, headers);
		default:
			return new Answer(fault.status ?? 500, fault.body, headers);
	}
}

/** Lets the fault decide whether and when the handler runs, and which answer the client gets. */
export async function play(fault: ActiveFault | undefined, handle: () => Promise<Answer>): Promise<Outcome> {
	if (!fault) return { type: 'answer', answer: await handle() };
	switch (fault.kind) {
		case 'resetBeforeHandler':
			return { type: 'reset' };
		case 'resetAfterHandler':
			await handle();
			return { type: 'reset' };
		case 'cutBody':
			return { type: 'cut', answer: await handle() };
		case 'large':
			if (fault.afterHandler) await handle();
			return { type: 'large', answer: new Answer(fault.status ?? 200), megabytes: fault.megabytes };
		case 'slow': {
			const wait = async () => await timeout(fault.delaySeconds * 1000, undefined, { ref: false });
			if (!fault.afterHandler) await wait();
			const answer = await handle();
			if (fault.afterHandler) await wait();
			return { type: 'answer', answer };
		}
		default:
			if (fault.afterHandler) await handle();
			return { type: 'answer', answer: falseAnswer(fault) };
	}
}

/** The faults that wait for their requests. */
export class Faults {
	private waiting: ActiveFault[] = [];

	add(fault: Fault): void {
		this.waiting.push(faultSchema.parse(fault));
	}

	/** The fault for this request, if any; counts it. */
	take(vendor: string, method: string, path: string): ActiveFault | undefined {
		for (const fault of this.waiting.filter((candidate) => matches(candidate, vendor, method, path))) {
			if (fault.skip > 0) {
				fault.skip -= 1;
				continue;
			}
			fault.times -= 1;
			if (fault.times === 0) this.waiting = this.waiting.filter((other) => other !== fault);
			return fault;
		}
		return undefined;
	}

	/** Whether all faults have had their requests. */
	get haveAllHit(): boolean {
		return this.waiting.length === 0;
	}

	clear(): void {
		this.waiting = [];
	}
}
