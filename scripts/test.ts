import { runJest } from './jest';
import { npmScript, runSteps } from './steps';

/** `npm test`; arguments after `--` go to jest. */
async function main(): Promise<number> {
	// The linter reads the build, too; the types are checked meanwhile.
	const codes = await Promise.all([
		runSteps([npmScript('typecheck')]),
		runSteps([npmScript('build'), npmScript('lint')]),
	]);
	return Math.max(...codes) || (await runJest(process.argv.slice(2)));
}

main().then((code) => process.exit(code));
