'use strict';
const { setTimeout: delay } = require('node:timers/promises');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const { childrenCpuMs } = require('./processCpu');

/** How often the event loop is looked at. */
const TICK_MS = 10;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** Time, and what the main thread has worked, in milliseconds. */
function threadNow() {
	const { user, system } = process.threadCpuUsage();
	return { wallMs: performance.now(), workMs: (user + system) / 1000 };
}

let lastTick = threadNow();
let longestBlockMs = 0;
let arrivals = 0;
let started = { wallMs: 0, cpuMs: 0 };

/** A tick that comes late was kept by a block, unless the thread did not work: then other processes had the CPU. */
setInterval(() => {
	const now = threadNow();
	const lateMs = now.wallMs - lastTick.wallMs - TICK_MS;
	longestBlockMs = Math.max(longestBlockMs, Math.min(lateMs, now.workMs - lastTick.workMs));
	lastTick = now;
}, TICK_MS).unref();

/** CPU of all threads of this n8n and of its child processes. */
function cpuNow() {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000 + childrenCpuMs(process.pid);
}

/** Starts the clocks; the garbage of whoever was measured before is not charged to the next one. */
async function start() {
	collectGarbage();
	await delay(2 * TICK_MS);
	longestBlockMs = 0;
	arrivals = 0;
	started = { wallMs: performance.now(), cpuMs: cpuNow() };
}

/** What it took since `start`. The block that led here is known only once the interval had its turn. */
async function read() {
	const wallMs = performance.now() - started.wallMs;
	const cpuMs = cpuNow() - started.cpuMs;
	await delay(2 * TICK_MS);
	return { wallMs, cpuMs, blockMs: longestBlockMs, arrivals, pid: process.pid };
}

/** Counts a run of a triggered workflow. */
function arrive() {
	arrivals += 1;
}

module.exports = { start, read, arrive };
