import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { freePort, LOOPBACK } from '../../demo/ports';
import { eventually } from '../support/eventually';

/** Redis and Postgres as n8n's queue mode needs them, empty, for one test. */
export interface QueueServices {
	/** Environment of n8n's main process and its workers. */
	env: NodeJS.ProcessEnv;
	/** Asks Redis, with a command of its own. */
	redis(...command: string[]): string;
	/** Asks Postgres, in SQL. */
	sql(query: string): string;
	/** Ends Redis and starts it again, with its stored data or empty. */
	restartRedis(kept: 'its data' | 'nothing'): Promise<void>;
	/** Ends Postgres, without waiting for its clients, and starts it again. */
	restartPostgres(): Promise<void>;
	stop(): Promise<void>;
}

/** Debian keeps Postgres' commands by version and off the PATH. */
async function postgresFolder(): Promise<string> {
	const versions = '/usr/lib/postgresql';
	const installed = await readdir(versions).catch(() => []);
	const newest = installed.sort((a, b) => Number(a) - Number(b)).at(-1);
	return newest === undefined ? '' : join(versions, newest, 'bin');
}

/** Postgres refuses to run as root. */
function unprivileged(): { uid?: number; gid?: number } {
	if (process.getuid?.() !== 0) return {};
	const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
	return { uid: idOf('-u'), gid: idOf('-g') };
}

async function isListening(port: number): Promise<boolean> {
	const socket = connect(port, LOOPBACK);
	return await new Promise((resolve) => {
		socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
	}).then((listening) => {
		socket.destroy();
		return listening === true;
	});
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exited = once(child, 'exit');
	child.kill(signal);
	await exited;
}

const answered = (command: string, ...args: string[]): string =>
	execFileSync(command, args, { encoding: 'utf8' }).trim();

/** Starts both on the loopback interface, with their data in a folder that goes with them. */
export async function startQueueServices(): Promise<QueueServices> {
	const user = unprivileged();
	const folder = await mkdtemp(join(tmpdir(), 'queue-mode-'));
	if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
	const [redisPort, postgresPort] = [await freePort(), await freePort()];
	const env = { ...process.env, PATH: `${await postgresFolder()}${delimiter}${process.env.PATH ?? ''}` };
	const options = { cwd: folder, env, stdio: 'ignore', ...user } as const;

	const data = join(folder, 'postgres');
	const made = spawnSync('initdb', ['--pgdata', data, '--username', 'n8n', '--auth', 'trust', '--no-sync'], options);
	if (made.status !== 0) throw new Error('initdb did not succeed');
	const startPostgres = () =>
		spawn(
			'postgres',
			['-D', data, '-h', LOOPBACK, '-p', String(postgresPort), '-k', folder, '-c', 'fsync=off'],
			options,
		);
	const startRedis = () =>
		spawn(
			'redis-server',
			['--bind', LOOPBACK, '--port', String(redisPort), '--save', '', '--appendonly', 'yes', '--dir', folder],
			options,
		);
	const running = { postgres: startPostgres(), redis: startRedis() };
	const kill = () => Object.values(running).forEach((child) => child.kill('SIGKILL'));
	process.once('exit', kill);
	const postgresListens = async () => await eventually('Postgres', async () => await isListening(postgresPort));
	const redisListens = async () => await eventually('Redis', async () => await isListening(redisPort));
	await Promise.all([postgresListens(), redisListens()]);

	return {
		env: {
			EXECUTIONS_MODE: 'queue',
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
			QUEUE_BULL_REDIS_HOST: LOOPBACK,
			QUEUE_BULL_REDIS_PORT: String(redisPort),
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: LOOPBACK,
			DB_POSTGRESDB_PORT: String(postgresPort),
			DB_POSTGRESDB_USER: 'n8n',
			DB_POSTGRESDB_DATABASE: 'postgres',
		},
		redis: (...command) => answered('redis-cli', '-p', String(redisPort), ...command),
		sql: (query) =>
			answered('psql', '-h', LOOPBACK, '-p', String(postgresPort), '-U', 'n8n', '-d', 'postgres', '-At', '-c', query),
		async restartRedis(kept) {
			await ended(running.redis, 'SIGTERM');
			if (kept === 'nothing') await rm(join(folder, 'appendonlydir'), { recursive: true, force: true });
			running.redis = startRedis();
			await redisListens();
		},
		async restartPostgres() {
			await ended(running.postgres, 'SIGINT');
			running.postgres = startPostgres();
			await postgresListens();
		},
		async stop() {
			// SIGINT ends Postgres without waiting for its clients.
			await Promise.all([ended(running.postgres, 'SIGINT'), ended(running.redis, 'SIGTERM')]);
			process.off('exit', kill);
			await rm(folder, { recursive: true, force: true });
		},
	};
}
