'use strict';
const { setTimeout: delay } = require('node:timers/promises');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const { childrenCpuMs } = require('./processCpu');

/** How often the event loop is checked. */
const TICK_MS = 10;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** Time, and working time of the main thread, in milliseconds. */
function threadNow() {
	const { user, system } = process.threadCpuUsage();
	return { wallMs: performance.now(), workMs: (user + system) / 1000 };
}

let lastTick = threadNow();
let longestBlockMs = 0;
let arrivals = 0;
let started = { wallMs: 0, cpuMs: 0 };

/** A late tick means a block, unless the thread did not work: then other processes had the CPU. */
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

/** Starts the clocks; the garbage of an earlier measurement does not count for the next one. */
async function start() {
	collectGarbage();
	await delay(2 * TICK_MS);
	longestBlockMs = 0;
	arrivals = 0;
	started = { wallMs: performance.now(), cpuMs: cpuNow() };
}

/** The cost since `start`. The block before this call is known only after the next interval. */
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
