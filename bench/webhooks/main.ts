import { parseArgs } from 'node:util';
import { saveSandboxCredentials } from '../../demo/credentials';
import { startSandbox, type Sandbox } from '../../sandbox';
import { runBenchmark } from '../command';
import { conditions } from '../conditions';
import { writeMeasured } from '../generated';
import { n8nVersion } from '../n8nVersion';
import { Meter } from '../track';
import { startWorld, type World } from '../world';
import { attackableTriggers } from './attacked';
import { forgeryTables } from './forgeries';
import { besideAJob } from './job';
import { repeats } from './repeats';
import { speedTable } from './speed';

/** More than any job sends in a minute. */
const LIFTED = 1_000_000;

/** The same n8n with the sandbox's accounts, as the end-to-end tests know it. */
async function withSandbox(world: World, sandbox: Sandbox): Promise<World> {
	const { origin, kaicalls, kairo, kakiyo, kayse } = sandbox;
	const accounts = { kaicalls, kairo, kakiyo, kayse };
	const credentials = await saveSandboxCredentials(world.client, accounts);
	const { apiKey, baseUrl } = kaicalls;
	const data = { apiKey, baseUrl, requestsPerMinute: LIFTED };
	const lifted = await world.client.saveCredential({
		type: 'kaiCallsOutreachApi',
		name: 'KaiCalls without limit',
		data,
	});
	credentials.kaiCallsOutreachApi = { id: lifted, name: 'KaiCalls without limit' };
	process.env.E2E_WORLD = JSON.stringify({
		n8nUrl: world.n8nUrl,
		userFolder: '',
		sandbox: { origin, ...accounts },
		credentials,
	});
	return { ...world, credentials: { ...world.credentials, ...credentials } };
}

async function measure(world: World, sandbox: Sandbox): Promise<string> {
	const meter = await Meter.install(world);
	const withVendors = await withSandbox(world, sandbox);
	console.log('Forgeries ...');
	const forgeries = await forgeryTables(await attackableTriggers(withVendors, sandbox));
	console.log('Beside a job ...');
	const job = await besideAJob(withVendors, sandbox, await import('../../test/e2e/kaiCallsTriggerHarness'));
	console.log('Speed ...');
	const speed = await speedTable(world, meter);
	console.log('Repetitions ...');
	const repeated = await repeats(world, meter);
	return [
		conditions({ n8n: await n8nVersion(), Command: `\`npm run bench:webhooks${world.quick ? ' -- --quick' : ''}\`` }),
		'## Forgeries',
		forgeries,
		'## Speed beside the Webhook node',
		speed,
		'## Repetitions',
		repeated,
		'## Beside a job of 5,000 rows',
		job,
	].join('\n\n');
}

/** What `npm run bench:webhooks` does: docs/webhooks.md. With `-- --quick`, a tenth of the repetitions. */
async function main(): Promise<void> {
	const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
	const world = await startWorld(values);
	const sandbox = await startSandbox();
	try {
		await writeMeasured('webhooks.md', await measure(world, sandbox));
	} finally {
		await world.close();
		await sandbox.close();
	}
}

runBenchmark(main);
