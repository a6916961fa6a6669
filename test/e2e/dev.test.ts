import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';

import { N8nClient } from '../../demo/client';
import { freePort } from '../../demo/ports';
import { EXAMPLES, readExample, vendorsIn } from '../../demo/workflows';
import { byText } from '../../nodes/shared/values/sorting';
import { name as packName, n8n as manifest, scripts } from '../../package.json';
import { CACHE, ROOT } from '../../scripts/repository';
import { shareInstalled } from '../../scripts/shareInstalled';
import { eventually } from '../support/eventually';

/** A copy of the repository, as the test changes its sources. */
const COPY = join(CACHE, 'dev');

const NOT_COPIED = new Set(['node_modules', '.cache', '.git', 'dist', 'coverage']);

const isCopied = (path: string): boolean => !NOT_COPIED.has(basename(path));

const Named = z.object({ name: z.string() });
const Listed = z.object({ data: z.array(Named.extend({ tags: z.array(Named) })) });

const STARTED_WITHIN_MS = 200_000;

/** On an idle machine it takes a few seconds. */
const CHANGED_WITHIN_MS = 120_000;

const [, ...DEV] = scripts.dev.split(' ');

const [COMPILED_NODE = ''] = manifest.nodes;
const NODE_SOURCE = join(COPY, COMPILED_NODE.replace(/^dist\/(.+)\.js$/, '$1.ts'));

async function change(path: string, from: RegExp, to: string): Promise<void> {
	const before = await readFile(path, 'utf8');
	const after = before.replace(from, to);
	expect(after).not.toBe(before);
	await writeFile(path, after);
}

/** IDs of the processes that run in a folder. */
async function processesIn(folder: string): Promise<string[]> {
	const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
	const folders = await Promise.all(ids.map(async (id) => await readlink(`/proc/${id}/cwd`).catch(() => '')));
	return ids.filter((_, index) => folders[index]?.startsWith(folder));
}

describe('npm run dev', () => {
	let dev: ChildProcess | undefined;
	let printed = '';
	let client: N8nClient;

	/** What the editor shows of the node. */
	async function described(): Promise<string | undefined> {
		const [name = ''] = COMPILED_NODE.split('/').slice(-1);
		// n8n may be writing the list while it is read.
		const nodes = await client.nodeTypes().catch(() => []);
		return nodes.find((node) => node.name.toLowerCase() === `${packName}.${name.replace('.node.js', '')}`.toLowerCase())
			?.description;
	}

	beforeAll(async () => {
		await rm(COPY, { recursive: true, force: true });
		for (const entry of (await readdir(ROOT)).filter(isCopied))
			await cp(join(ROOT, entry), join(COPY, entry), { recursive: true, filter: isCopied });
		await shareInstalled(COPY);
		const url = `http://127.0.0.1:${await freePort()}`;
		const ports = ['--port', new URL(url).port, '--sandbox-port', String(await freePort())];
		const started = spawn(process.execPath, [...DEV, ...ports], { cwd: COPY, stdio: ['ignore', 'pipe', 'pipe'] });
		dev = started;
		for (const stream of [started.stdout, started.stderr]) stream.on('data', (text) => (printed += String(text)));
		await eventually(
			'npm run dev',
			() => {
				if (started.exitCode !== null) throw new Error(printed);
				return printed.includes('Ctrl-C');
			},
			STARTED_WITHIN_MS,
		);
		client = await N8nClient.login(url);
	});

	async function stop(): Promise<void> {
		if (dev?.exitCode !== null) return;
		const ended = once(dev, 'exit');
		dev.kill();
		await ended;
	}

	afterAll(stop);

	test('all example workflows are there, each with a tag for each of its vendors', async () => {
		const answer = await client.fetch('/rest/workflows?includeScopes=false');
		const listed = Listed.parse(await answer.json()).data;
		const tagsOf = new Map(listed.map(({ name, tags }) => [name, tags.map((tag) => tag.name).sort(byText)]));
		const examples = await Promise.all(EXAMPLES.map(readExample));
		expect(tagsOf).toEqual(new Map(examples.map((example) => [example.name, vendorsIn(example)])));
	});

	test('a changed source of a node is in the n8n that runs, without a new start', async () => {
		await change(NODE_SOURCE, /(\n\t\tdescription: ')/, '$1Changed while n8n ran: ');
		await eventually(
			'The changed description',
			async () => (await described())?.startsWith('Changed while n8n ran: '),
			CHANGED_WITHIN_MS,
		);
	});

	test('after a change that does not compile, a corrected one is taken over', async () => {
		await change(NODE_SOURCE, /Changed while n8n ran: /, "Broken' + notDefined + '");
		await eventually('The finding', () => printed.includes('notDefined'), CHANGED_WITHIN_MS);
		await change(NODE_SOURCE, /Broken' \+ notDefined \+ '/, 'Corrected: ');
		await eventually('The correction', async () => (await described())?.startsWith('Corrected: '), CHANGED_WITHIN_MS);
	});

	test('when it is ended, none of its processes is left', async () => {
		expect(await processesIn(COPY)).not.toEqual([]);
		await stop();
		await eventually('The end of all', async () => (await processesIn(COPY)).length === 0);
	});
});
