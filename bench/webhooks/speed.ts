import { deliverMany, type Delivered, type Target } from '../deliveries';
import { markdownTable } from '../conditions';
import { percentileOf } from '../percentile';
import { spread } from '../spread';
import { ownTarget, webhookTarget } from '../rows/triggers';
import type { Meter } from '../track';
import type { World } from '../world';

const ROUNDS = 5;
const LOADS = [
	{ atOnce: 1, deliveries: 60 },
	{ atOnce: 10, deliveries: 100 },
];
const WARM_UP = 20;

type Figure = [name: string, digits: number, of: (delivered: Delivered) => number];

const FIGURES: Figure[] = [
	['deliveries a second', 1, ({ perSecond }) => perSecond],
	['answer, p50 (ms)', 0, ({ answersMs }) => percentileOf(answersMs, 50)],
	['answer, p99 (ms)', 0, ({ answersMs }) => percentileOf(answersMs, 99)],
	['CPU for each (ms)', 0, ({ cpuMsEach }) => cpuMsEach],
];

/** Both in turn, the order turned round every other round. @returns what each did in each round */
async function race(targets: Target[], meter: Meter, atOnce: number, deliveries: number): Promise<Delivered[][]> {
	const found = targets.map((target) => ({ target, rounds: [] as Delivered[] }));
	for (const target of targets) await deliverMany(target, meter, WARM_UP, atOnce);
	for (let round = 0; round < ROUNDS; round++) {
		for (const { target, rounds } of round % 2 === 0 ? found : [...found].reverse())
			rounds.push(await deliverMany(target, meter, deliveries, atOnce));
		console.log(`  ${atOnce} at once: round ${round + 1}`);
	}
	return found.map(({ rounds }) => rounds);
}

/** The Kakiyo Trigger beside n8n's Webhook node, which checks nothing. */
export async function speedTable(world: World, meter: Meter): Promise<string> {
	const targets = [await ownTarget(world, 'Kakiyo Trigger', {}), await webhookTarget(world, 'Webhook', [])];
	const rows: string[][] = [];
	for (const { atOnce, deliveries } of LOADS) {
		const [ours = [], theirs = []] = await race(targets, meter, atOnce, deliveries);
		for (const [name, digits, of] of FIGURES) {
			const [own, other] = [ours.map(of), theirs.map(of)];
			const ratios = own.map((value, round) => value / (other[round] ?? NaN));
			rows.push([String(atOnce), name, spread(own, digits), spread(other, digits), spread(ratios, 2)]);
		}
	}
	return markdownTable(['At once', 'Measured', 'Kakiyo Trigger', 'Webhook', 'Ratio'], rows);
}
