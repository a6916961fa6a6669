import { runJest } from './jest';
import { npmScript, runSteps } from './steps';

/** What `npm test` does; arguments after `--` go to jest. */
async function main(): Promise<number> {
	const checks = ['typecheck', 'build', 'lint'];
	const failed = await runSteps(checks.map(npmScript));
	return failed || (await runJest(process.argv.slice(2)));
}

main().then((code) => process.exit(code));
