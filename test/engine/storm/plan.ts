import { VENDORS, writingOperations } from '../census/operations';
import type { Size, Writing } from '../census/writing';
import { Random } from './random';

/** When the user presses Stop. */
export interface Stop {
	/** At which request of the job. */
	atRequest: number;
	/** Turns of the event loop from when it leaves. */
	turns: number;
	/** n8n stores what the node remembers when it has ended; otherwise Retry begins at the start of the execution. */
	isStored: boolean;
}

/** An operation over many items, in a workflow of its own, in all its executions. */
export interface Job {
	id: number;
	writing: Writing;
	size: Size;
	onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	/** How many times n8n runs the node at most, by Retry On Fail. */
	maxTries: number;
	/** Share of its requests that go wrong. */
	faults: number;
	stop: Stop | undefined;
	/** How often the user presses Retry while the storm lasts. */
	retries: number;
	/** n8n dies in a later node, and Retry runs the execution from its start. */
	diesLater: boolean;
}

/** All that is left to chance. */
export interface Plan {
	random: Random;
	/** Jobs that run one after another, each in a lane beside the others. */
	lanes: Job[][];
	/** n8n is killed at the how manieth request of all jobs, when it asks the world for something the how manieth time from then on. */
	kill: { atRequest: number; times: number };
	/** Another client comes in after so many requests, each time with so many of its own. */
	client: { every: number; requests: number };
}

/** Items of all jobs together. */
export const ITEMS = 2_000;

const LANES_OF_VENDOR = 2;

/** The seed of the sandbox has only so many people who may be deleted. */
const hasEnough = ({ sample: { parameters } }: Writing): boolean =>
	typeof parameters !== 'object' || !('prospectId' in parameters);

/** Beyond it, rows fill several requests. */
const FULL_REQUEST = 100;

/** How many items each operation gets: most of them go to those whose rows travel together. */
function sizesOf(writings: readonly Writing[], random: Random): number[] {
	const counts = writings.map(() => random.whole(3, 13));
	const wide = writings.flatMap((writing, place) => (writing.sample.chunks && hasEnough(writing) ? [place] : []));
	for (let left = ITEMS - counts.reduce((sum, count) => sum + count, 0); left > 0;) {
		const share = Math.min(left, random.whole(20, FULL_REQUEST + 60));
		const place = random.pick(wide);
		counts[place] = (counts[place] ?? 0) + share;
		left -= share;
	}
	return counts;
}

function stopOf(items: number, random: Random): Stop {
	return {
		atRequest: random.whole(1, Math.max(2, Math.floor(items / 2))),
		turns: random.whole(0, 12),
		isStored: random.isSo(0.5),
	};
}

function jobOf(id: number, writing: Writing, items: number, random: Random): Job {
	const onError = random.pick<Job['onError']>([
		'stopWorkflow',
		'stopWorkflow',
		'continueRegularOutput',
		'continueErrorOutput',
	]);
	// An item that is not fit would end each try.
	const chunked = writing.sample.chunks !== undefined && onError !== 'stopWorkflow' && random.isSo(0.6);
	return {
		id,
		writing,
		size: { items, chunked },
		onError,
		maxTries: random.whole(2, 3),
		faults: random.pick([0.02, 0.05, 0.1, 0.3]),
		stop: random.isSo(0.3) ? stopOf(items, random) : undefined,
		retries: random.whole(1, 2),
		diesLater: random.isSo(0.3),
	};
}

/** The jobs of each lane, in turn. */
function dealt(jobs: readonly Job[]): Job[][] {
	const lanes: Job[][] = Array.from({ length: LANES_OF_VENDOR }, () => []);
	for (const [place, job] of jobs.entries()) lanes[place % LANES_OF_VENDOR]?.push(job);
	return lanes;
}

/** All writing operations of all vendors, over so many items together. @param seed the same gives the same plan */
export function planOf(seed: number): Plan {
	const random = new Random(`storm ${seed}`);
	const writings = VENDORS.flatMap((vendor) => writingOperations(vendor));
	const counts = sizesOf(writings, random.of('sizes'));
	const jobs = writings.map((writing, id) => jobOf(id, writing, counts[id] ?? 0, random.of(`job ${writing.name}`)));
	const ofVendor = (vendor: string) => jobs.filter(({ writing }) => writing.vendor.credential === vendor);
	const vendors = [...new Set(writings.map(({ vendor }) => vendor.credential))];
	const last = random.of('rest');
	return {
		random,
		lanes: vendors.flatMap((vendor) => dealt(random.of(vendor).shuffled(ofVendor(vendor)))),
		kill: { atRequest: last.whole(50, 700), times: last.whole(0, 30) },
		client: { every: last.whole(30, 80), requests: last.whole(5, 20) },
	};
}
