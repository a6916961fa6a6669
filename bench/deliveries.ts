import { setTimeout as delay } from 'node:timers/promises';
import { eventBody, SIGNATURE, signatureOf } from '../test/e2e/triggerHarness';
import { cpuMs } from './nodes/processCpu';
import type { Meter } from './track';

const IDLE_LOOK_MS = 250;
/** An idle n8n uses less CPU than this between two measurements. */
const IDLE_CPU_MS = 20;
const IDLE_DEADLINE_MS = 60_000;
const OK = 200;

/** A published workflow that a delivery starts. */
export interface Target {
	name: string;
	url: string;
	secret: string;
}

/** The results of a number of deliveries. */
export interface Delivered {
	/** How long each answer took, in milliseconds, the shortest first. */
	answersMs: number[];
	cpuMsEach: number;
	/** Until all have been answered. */
	perSecond: number;
}

let made = 0;

/**
 * Sends one new signed event.
 * @returns how long the answer took
 */
async function deliver({ name, url, secret }: Target): Promise<number> {
	made += 1;
	const body = eventBody(`chat-${made}`);
	const headers = { 'content-type': 'application/json', [SIGNATURE]: signatureOf(secret, body) };
	const start = performance.now();
	const response = await fetch(url, { method: 'POST', headers, body });
	await response.arrayBuffer();
	if (response.status !== OK) throw new Error(`${name} answered ${response.status}`);
	return performance.now() - start;
}

/** The answer comes before the run, so the cost of a delivery is known when n8n is idle again. */
async function whenIdle(pid: number): Promise<void> {
	const deadline = Date.now() + IDLE_DEADLINE_MS;
	for (let before = -Infinity; Date.now() < deadline;) {
		const now = cpuMs(pid);
		if (now - before < IDLE_CPU_MS) return;
		before = now;
		await delay(IDLE_LOOK_MS);
	}
}

/**
 * Delivers events to a workflow, several at once, and waits for the runs that they start.
 * @throws Error unless each started one run
 */
export async function deliverMany(target: Target, meter: Meter, count: number, atOnce: number): Promise<Delivered> {
	await meter.start();
	const { pid } = await meter.read();
	await whenIdle(pid);
	const before = cpuMs(pid);
	const answersMs: number[] = [];
	let left = count;
	const work = async () => {
		while (left > 0) {
			left -= 1;
			answersMs.push(await deliver(target));
		}
	};
	const start = performance.now();
	await Promise.all(Array.from({ length: atOnce }, work));
	const perSecond = (1_000 * count) / (performance.now() - start);
	await whenIdle(pid);
	const cpuMsEach = (cpuMs(pid) - before) / count;
	const { arrivals } = await meter.read();
	if (arrivals !== count) throw new Error(`${target.name}: ${count} deliveries started ${arrivals} runs`);
	return { answersMs: answersMs.sort((a, b) => a - b), cpuMsEach, perSecond };
}
