import { spawn } from 'node:child_process';
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

/** Counts the tests of a jest report; a test file that could not even be loaded counts as one failed test. */
function closingLine(json: string): string {
	const report = JestReport.parse(JSON.parse(json));
	const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
	const skipped = report.numPendingTests + report.numTodoTests;
	return `${report.numPassedTests} passed, ${failed} failed, ${skipped} skipped`;
}

/** Runs jest, prints `N passed, N failed, N skipped` as the last line and resolves with jest's exit code. */
export async function runJest(args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
	const reportFile = join(CACHE, `jest-${process.pid}.json`);
	await mkdir(CACHE, { recursive: true });
	const jest = spawn(
		process.execPath,
		// A test that leaves something open must not keep a run without a terminal waiting for ever.
		[require.resolve('jest/bin/jest'), ...args, '--forceExit', '--json', `--outputFile=${reportFile}`],
		// With --json everything that people read goes to stderr.
		{ cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] },
	);
	const end = () => jest.kill();
	process.once('exit', end);
	const code = await new Promise<number>((resolve, reject) => {
		jest.on('error', reject);
		jest.on('exit', (exitCode) => resolve(exitCode ?? 1));
	});
	process.off('exit', end);
	const json = await readFile(reportFile, 'utf8').catch(() => undefined);
	await rm(reportFile, { force: true });
	if (json !== undefined) console.log(closingLine(json));
	return code;
}
