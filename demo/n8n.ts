import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { N8N_SCRIPT } from './install';
import { freePort, LOOPBACK } from './ports';
import { signalGroup } from './processGroup';
import { filesFolder } from './userFolder';

const READY_DEADLINE_MS = 180_000;
const STOP_DEADLINE_MS = 15_000;
const POLL_MS = 250;

/** A running n8n. */
export type RunningN8n = {
	url: string;
	/** ID of its process group. */
	processGroup: number | undefined;
	logFile: string;
	stop(): Promise<void>;
	exited: Promise<void>;
};

/** Settings that stop n8n's own requests to the internet. */
const NO_OUTSIDE_CALLS = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_DISABLED_MODULES: 'mcp-registry',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_REINSTALL_MISSING_PACKAGES: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
};

/** The environment without variables that would redirect n8n or its database. */
function cleanEnvironment(): NodeJS.ProcessEnv {
	const foreign = /^(N8N_|DB_|EXECUTIONS_|EXTERNAL_|NODES_|NODE_OPTIONS$|NODE_ENV$|QUEUE_|WEBHOOK_URL$|npm_)/;
	return Object.fromEntries(Object.entries(process.env).filter(([key]) => !foreign.test(key)));
}

/** Older n8ns are ready before their editor's interface is there. */
async function isReady(url: string, command: N8nCommand): Promise<boolean> {
	const paths = ['/healthz/readiness', ...(command === 'start' ? ['/rest/settings'] : [])];
	const answers = paths.map(async (path) => (await fetch(`${url}${path}`)).ok);
	return (await Promise.all(answers).catch(() => [false])).every(Boolean);
}

/**
 * n8n's main process, or another process of queue mode: a worker, which serves only its health check on the port, or one
 * that takes webhooks.
 */
export type N8nCommand = 'start' | 'worker' | 'webhook';

interface StartOptions {
	userFolder: string;
	port: number;
	command?: N8nCommand;
	/** Another n8n than the one beside the demo. */
	script?: string;
	env?: NodeJS.ProcessEnv;
}

/**
 * Starts n8n for one user folder on the loopback interface and waits until it is ready. n8n's output goes to `n8n.log`
 * in the user folder, that of another process to `<command>-<port>.log`.
 */
export async function startN8n({
	userFolder,
	port,
	command = 'start',
	script = N8N_SCRIPT,
	env,
}: StartOptions): Promise<RunningN8n> {
	const url = `http://${LOOPBACK}:${port}`;
	const logFile = join(userFolder, command === 'start' ? 'n8n.log' : `${command}-${port}.log`);
	const files = filesFolder(userFolder);
	await mkdir(files, { recursive: true });
	const child = spawn(process.execPath, [script, command], {
		cwd: files,
		// n8n starts a process of its own for the Code node.
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			...cleanEnvironment(),
			...NO_OUTSIDE_CALLS,
			N8N_USER_FOLDER: userFolder,
			N8N_HOST: LOOPBACK,
			N8N_LISTEN_ADDRESS: LOOPBACK,
			N8N_PORT: String(port),
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(port),
			N8N_EDITOR_BASE_URL: url,
			N8N_SECURE_COOKIE: 'false',
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			N8N_PYTHON_ENABLED: 'false',
			N8N_RESTRICT_FILE_ACCESS_TO: files,
			...env,
		},
	});
	const log = createWriteStream(logFile);
	child.stdout.pipe(log, { end: false });
	child.stderr.pipe(log, { end: false });
	const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));

	const kill = () => signalGroup(child, 'SIGKILL');
	// When this process ends for any reason, n8n and its children end with it.
	process.once('exit', kill);

	async function stop(): Promise<void> {
		signalGroup(child, 'SIGTERM');
		await Promise.race([exited, delay(STOP_DEADLINE_MS, undefined, { ref: false })]);
		kill();
		await exited;
		process.off('exit', kill);
	}

	const deadline = Date.now() + READY_DEADLINE_MS;
	while (!(await isReady(url, command))) {
		const gone = child.exitCode !== null || child.signalCode !== null;
		if (gone || Date.now() > deadline) {
			await stop();
			throw new Error(`n8n ${gone ? 'ended while starting' : 'did not get ready in time'}; see ${logFile}`);
		}
		await delay(POLL_MS);
	}
	return { url, processGroup: child.pid, logFile, stop, exited };
}
