import { npm } from './npm.mjs';
import { ROOT } from './repository';

/** One named step of a run, resolving with an exit code. */
export type Step = { name: string; run: () => Promise<number> };

/** A step that is a script of package.json. */
export function npmScript(name: string): Step {
	return { name, run: async () => await npm(ROOT, ['run', '--silent', name]) };
}

/** Runs steps one after another, printing name and time of each; resolves with the exit code of the first that fails, else 0. */
export async function runSteps(steps: Step[]): Promise<number> {
	for (const { name, run } of steps) {
		console.log(`> ${name}`);
		const started = Date.now();
		const code = await run();
		if (code !== 0) {
			console.error(`> ${name} failed (exit code ${code})`);
			return code;
		}
		console.log(`> ${name} done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
	}
	return 0;
}
