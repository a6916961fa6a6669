import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CACHE, ROOT } from './repository';

const JestReport = z.object({
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	numPendingTests: z.number(),
	numTodoTests: z.number(),
	numRuntimeErrorTestSuites: z.number(),
});

type JestReport = z.infer<typeof JestReport>;

/** Counts the tests of jest reports; a test file that could not even be loaded counts as one failed test. */
function closingLine(reports: JestReport[]): string {
	const sum = (count: (report: JestReport) => number) => reports.reduce((total, report) => total + count(report), 0);
	const failed = sum((report) => report.numFailedTests + report.numRuntimeErrorTestSuites);
	const skipped = sum((report) => report.numPendingTests + report.numTodoTests);
	return `${sum((report) => report.numPassedTests)} passed, ${failed} failed, ${skipped} skipped`;
}

/** @returns exit code and report; none when jest did not get that far */
async function jest(args: string[], env: NodeJS.ProcessEnv): Promise<{ code: number; report?: JestReport }> {
	const reportFile = join(CACHE, `jest-${randomUUID()}.json`);
	await mkdir(CACHE, { recursive: true });
	const child = spawn(
		process.execPath,
		// A test that leaves something open must not make a run without a terminal wait forever.
		[require.resolve('jest/bin/jest'), ...args, '--forceExit', '--json', `--outputFile=${reportFile}`],
		// With --json, all output for people goes to stderr.
		{ cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] },
	);
	const end = () => child.kill();
	process.once('exit', end);
	const code = await new Promise<number>((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', (exitCode) => resolve(exitCode ?? 1));
	});
	process.off('exit', end);
	const json = await readFile(reportFile, 'utf8').catch(() => undefined);
	await rm(reportFile, { force: true });
	return { code, report: json === undefined ? undefined : JestReport.parse(JSON.parse(json)) };
}

/** The arguments of jest. */
export interface JestRun {
	args: string[];
	env?: NodeJS.ProcessEnv | undefined;
}

/**
 * Runs jest in lanes: the lanes at once, the runs of a lane one after another. Prints `N passed, N failed, N skipped` of all as the last line
 * and resolves with the highest exit code.
 */
export async function runJestInLanes(lanes: JestRun[][]): Promise<number> {
	const inTurn = async (runs: JestRun[]) => {
		const ended: Array<Awaited<ReturnType<typeof jest>>> = [];
		for (const { args, env = {} } of runs) ended.push(await jest(args, env));
		return ended;
	};
	const ended = (await Promise.all(lanes.map(inTurn))).flat();
	const reports = ended.flatMap(({ report }) => report ?? []);
	if (reports.length > 0) console.log(closingLine(reports));
	return Math.max(...ended.map(({ code }) => code));
}

/** Runs jest once, in the same way. */
export const runJest = async (args: string[], env?: NodeJS.ProcessEnv): Promise<number> =>
	await runJestInLanes([[{ args, env }]]);
