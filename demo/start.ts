import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Sandbox } from '../sandbox';
import { CACHE } from '../scripts/repository';
import { chooseAgent, firstAgent } from './agent';
import { chooseCampaign, firstCampaign } from './campaign';
import { OWNER } from './client';
import { ensureN8n } from './install';
import { chooseSource, firstSource } from './kairoSource';
import { chooseClients } from './kayseClients';
import { buildTarball, rebuildOnChange } from './pack';
import { assertPortFree } from './ports';
import { startStack, type Stack } from './stack';
import {
	copyExampleData,
	EXAMPLES,
	LEADS_TABLE,
	linkCredentials,
	readExample,
	readLeadsTable,
	tableMaker,
	vendorsIn,
	type WorkflowFile,
} from './workflows';

const USER_FOLDER = join(CACHE, 'demo');

const HELP = `Starts n8n with the pack, the sandbox and example workflows. Options, after "npm start --":
  --port <number>          port of n8n (5678)
  --sandbox-port <number>  port of the sandbox (5599)
  --reset                  forget the workflows and executions of earlier starts
  --watch                  take over each change of the pack's sources (npm run dev)`;

/** n8n then loads the nodes again when their files change. */
const RELOADING = { N8N_DEV_RELOAD: 'true' };

/** The choices that the examples leave open, filled in from the sandbox. */
const CHOICES: Array<(sandbox: Sandbox) => Promise<(workflow: WorkflowFile) => WorkflowFile>> = [
	async ({ kakiyo }) => {
		const campaign = await firstCampaign(kakiyo);
		return (workflow) => chooseCampaign(workflow, campaign);
	},
	async ({ kaicalls }) => {
		const agent = await firstAgent(kaicalls);
		return (workflow) => chooseAgent(workflow, agent);
	},
	async ({ kairo }) => {
		const source = await firstSource(kairo);
		return (workflow) => chooseSource(workflow, source);
	},
	async ({ control }) => {
		const clientIds = control.kayseState().clients.map(({ id }) => id);
		return (workflow) => chooseClients(workflow, clientIds);
	},
];

/** Adds the example workflows that are missing; an existing one stays, because the user may have changed it. */
async function addExamples({ client, credentials, sandbox }: Stack): Promise<void> {
	await copyExampleData(USER_FOLDER);
	await client.saveTable(LEADS_TABLE, await readLeadsTable());
	const choices = await Promise.all(CHOICES.map(async (choose) => await choose(sandbox)));
	const present = await client.workflowNames();
	for (const example of EXAMPLES) {
		const workflow = await readExample(example);
		if (present.includes(workflow.name)) continue;
		const chosen = choices.reduce((soFar, choose) => choose(soFar), workflow);
		const id = await client.saveWorkflow(linkCredentials(chosen, credentials), vendorsIn(workflow));
		const maker = tableMaker(workflow);
		if (maker !== undefined) await client.execute(id, maker);
	}
}

/** On Ctrl-C, closes everything that is open and ends this process. */
function stopOnSignal(stopping: AbortController, open: Stack[]): void {
	const stop = async () => {
		// A terminal and npm both pass Ctrl-C on, so it may arrive twice.
		if (stopping.signal.aborted) return;
		stopping.abort();
		console.log('\nStopping ...');
		for (const { close } of open) await close();
		process.exit(0);
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '5678' },
			'sandbox-port': { type: 'string', default: '5599' },
			reset: { type: 'boolean', default: false },
			watch: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(HELP);
		return;
	}
	const n8nPort = Number(values.port);
	const sandboxPort = Number(values['sandbox-port']);
	await assertPortFree(n8nPort, 'n8n', '--port');
	await assertPortFree(sandboxPort, 'the sandbox', '--sandbox-port');

	const stopping = new AbortController();
	const open: Stack[] = [];
	stopOnSignal(stopping, open);
	await ensureN8n();
	console.log('Building the pack ...');
	const tarball = await buildTarball();
	if (values.reset) await rm(USER_FOLDER, { recursive: true, force: true });
	console.log('Starting the sandbox and n8n ...');
	const stack = await startStack({
		tarball,
		userFolder: USER_FOLDER,
		n8nPort,
		sandboxPort,
		...(values.watch && { env: RELOADING }),
	});
	open.push(stack);
	await addExamples(stack);
	if (values.watch) rebuildOnChange(USER_FOLDER);
	console.log(`
n8n with the pack   ${stack.n8n.url}
  login             ${OWNER.email}
  password          ${OWNER.password}
Sandbox             ${stack.sandbox.origin}
Ctrl-C ends both.`);

	await stack.n8n.exited;
	if (!stopping.signal.aborted) throw new Error(`n8n has ended on its own; see ${join(USER_FOLDER, 'n8n.log')}`);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
});
