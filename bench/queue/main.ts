import { parseArgs } from 'node:util';
import { ensureN8n } from '../../demo/install';
import { buildTarball } from '../../demo/pack';
import { ensureCommands } from '../../scripts/apt';
import { runBenchmark } from '../command';
import { conditions } from '../conditions';
import { writeMeasured } from '../generated';
import { n8nVersion } from '../n8nVersion';
import { callScenarios } from './calls';
import { leadScenarios } from './leads';
import { serviceScenarios } from './services';
import { Stand } from './stand';
import { findingsTable } from './tables';
import type { Finding, Scenario } from './tally';
import { triggerScenarios } from './triggers';
import { waitScenarios } from './waits';

/** Those that restart services come last: if n8n does not survive one, the others have been measured. */
const PARTS: Record<string, Scenario[]> = {
	calls: callScenarios,
	triggers: triggerScenarios,
	waits: waitScenarios,
	leads: leadScenarios,
	services: serviceScenarios,
};

/** A scenario that does not come to its end is a finding, too. */
async function findingsOf(stand: Stand, scenario: Scenario): Promise<{ found: Finding[]; failed?: string }> {
	stand.reset();
	try {
		return { found: await scenario.run(stand) };
	} catch (error) {
		return { found: [], failed: `${scenario.title}: ${error instanceof Error ? error.message : String(error)}` };
	}
}

/** The versions and the machine behind a part of the page, in one line. */
async function conditionsOf({ n8n: { services } }: Stand): Promise<string> {
	const [, redis = ''] = /redis_version:(\S+)/.exec(services.redis('INFO', 'server')) ?? [];
	const versions = { n8n: await n8nVersion(), Postgres: services.sql('SHOW server_version'), Redis: redis };
	return conditions(versions).replace(/^- /, '').replaceAll('\n- ', '. ');
}

async function measure(stand: Stand, scenarios: readonly Scenario[]): Promise<string> {
	const findings: Finding[] = [];
	const failures: string[] = [];
	for (const scenario of scenarios) {
		const { found, failed } = await findingsOf(stand, scenario);
		findings.push(...found);
		for (const { title, tally } of found) console.log(title, JSON.stringify(tally));
		if (failed === undefined) continue;
		failures.push(`- **Did not come to its end**: ${failed}`);
		console.log('Did not come to its end:', failed);
	}
	return [await conditionsOf(stand), findingsTable(findings), ...failures].join('\n\n');
}

/** What `npm run bench:queue` does: docs/queue-mode.md. With `-- calls waits` only these parts of it. */
async function main(): Promise<void> {
	const { positionals } = parseArgs({ allowPositionals: true });
	const names = positionals.length > 0 ? positionals : Object.keys(PARTS);
	const unknown = names.filter((name) => PARTS[name] === undefined);
	if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}: ${Object.keys(PARTS).join(', ')}`);
	await ensureN8n();
	ensureCommands(['redis-server'], ['redis-server'], 'the queue');
	ensureCommands(['psql'], ['postgresql'], 'the database');
	console.log('Building the pack ...');
	await buildTarball();
	console.log('Starting Redis, Postgres and five processes of n8n ...');
	const stand = await Stand.start();
	try {
		for (const name of names) await writeMeasured('queue-mode.md', await measure(stand, PARTS[name] ?? []), name);
	} finally {
		await stand.close();
	}
}

runBenchmark(main);
