import { setTimeout as delay } from 'node:timers/promises';
import { eventBody, SIGNATURE, signatureOf } from '../../test/e2e/triggerHarness';
import type { Target } from '../deliveries';
import { percentileOf } from '../percentile';
import { ownTarget } from '../rows/triggers';
import type { Meter } from '../track';
import type { World } from '../world';

const EVENTS = 8_000;
/** Each so manieth event comes twice: a fifth of all deliveries are repetitions. */
const EVERY = 4;
/** A quick run sends this part of the events: one tenth. */
const QUICK_PART = 10;
const AT_ONCE = 10;
/** How many events lie between one and its repetition. */
const LATER = 5;
const OK = 200;
/** No run for so long: there is none left. */
const QUIET_MS = 15_000;

/** Each event once, and every fourth a second time soon after it. */
function bodiesOf(count: number): string[] {
	const events = Array.from({ length: count }, (_, index) => eventBody(`repeated-${index}`));
	return events.flatMap((body, index) => {
		const earlier = events[index - LATER] ?? events[0];
		return index % EVERY === EVERY - 1 && earlier !== undefined ? [body, earlier] : [body];
	});
}

async function deliver({ url, secret }: Target, body: string): Promise<{ status: number; ms: number }> {
	const start = performance.now();
	// n8n closes a connection that was idle for some seconds, at the moment in which the next delivery may use it.
	const headers = { 'content-type': 'application/json', connection: 'close', [SIGNATURE]: signatureOf(secret, body) };
	const response = await fetch(url, { method: 'POST', headers, body });
	await response.arrayBuffer();
	return { status: response.status, ms: performance.now() - start };
}

/** n8n answers before it runs the workflow. @returns how many have run when for some time none has been added */
async function allRuns(meter: Meter): Promise<number> {
	let { arrivals } = await meter.read();
	for (let before = -1; before < arrivals;) {
		before = arrivals;
		await delay(QUIET_MS);
		({ arrivals } = await meter.read());
	}
	return arrivals;
}

/** Ten thousand deliveries of eight thousand events, or a tenth of each, in words. */
export async function repeats(world: World, meter: Meter): Promise<string> {
	const target = await ownTarget(world, 'Kakiyo Trigger, repeats', {});
	await meter.start();
	const answers: Array<{ status: number; ms: number }> = [];
	const events = world.quick ? EVENTS / QUICK_PART : EVENTS;
	const bodies = bodiesOf(events);
	const queue = bodies.values();
	const start = performance.now();
	const work = async () => {
		for (const body of queue) {
			answers.push(await deliver(target, body));
			if (answers.length % 1_000 === 0) console.log(`  ${answers.length} delivered`);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	const seconds = (performance.now() - start) / 1_000;
	const arrivals = await allRuns(meter);
	const refused = answers.filter(({ status }) => status !== OK).length;
	const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
	const isExact = arrivals === events && refused === 0 && answers.length === bodies.length;
	return [
		`${answers.length.toLocaleString('en-US')} signed deliveries to the Kakiyo Trigger, ${AT_ONCE} at once, every fifth of them a repetition:`,
		`**${arrivals.toLocaleString('en-US')} runs** (wanted: exactly ${events.toLocaleString('en-US')}), **${refused} refused**. Met: ${isExact ? 'yes' : '**no**'}.`,
		`${(answers.length / seconds).toFixed(1)} deliveries a second; answer p50 ${percentileOf(times, 50).toFixed(0)} ms, p99 ${percentileOf(times, 99).toFixed(0)} ms, slowest ${(times.at(-1) ?? NaN).toFixed(0)} ms.`,
	].join('\n');
}
