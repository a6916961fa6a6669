import 'reflect-metadata';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadOutputSchema, PackageDirectoryLoader } from 'n8n-core';

import packageJson from '../../package.json';
import { offeredBy } from '../engine/description';
import { everyOne } from '../support/everyOne';
import { unpackInto } from './packed';

const root = join(__dirname, '../..');
// Below the repository, so that what n8n provides at run time is found the way n8n lets it be found.
const folder = join(root, '.cache', `tarball-${process.pid}`);
const unpacked = join(folder, 'package');

/** Bytes of later features, which came after the size was set. */
const LATER = {
	'what survives a crash, waiting calls by the hundred, lists in any envelope': 15_000,
	'zod and luxon, which another package could bring in a version of its own': 50_000,
	'the numbering plans of all countries': 15_000,
	'a reader for each kind of value that people bring, and what it says of those that do not fit': 55_000,
	'contact rules, with the time zones of all telephone numbers': 20_000,
	'how a call ended, opt-outs, lists that move, refused accounts, Kayse Trigger': 40_000,
	'what a model reads before it calls: a text for each operation, and its arguments': 8_000,
	'what tools know of earlier calls, daily limits, and credentials for reading only': 5_000,
	'calls of models that come again, IDs and names as people write them, notices in the panel': 18_000,
	'answers and callers of a hostile world, answers to models, and what programs write where a value is missing': 12_000,
	'results that say who, transcripts, records known by name and ID, secrets and links that no model is shown': 20_000,
	'secrets by other names, words of others in errors, templates and examples, vendors’ words as labels': 8_000,
	'the columns of each operation, which the editor offers before anything ran': 12_000,
};

const MOST_BYTES = 150_000 + Object.values(LATER).reduce((sum, bytes) => sum + bytes, 0);

let files: string[] = [];
let bytes = 0;

beforeAll(() => {
	({ files, bytes } = unpackInto(folder));
}, 60_000);

/** The code of every file that n8n may load. */
const scripts = () =>
	files.filter((path) => path.endsWith('.js')).map((path) => readFileSync(join(unpacked, path), 'utf8'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the tarball', () => {
	it('holds nothing but the build, README, LICENSE and package.json', () => {
		const others = files.filter((path) => !path.startsWith('dist/'));
		expect(others.sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
		expect(files.filter((path) => /\.(ts|map)$|test|sandbox/.test(path))).toEqual([]);
	});

	it(`has at most ${MOST_BYTES / 1000} kB`, () => {
		expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
	});

	it('holds each source file that runs once, so that nodes share their memory, with its name above it', () => {
		const named = scripts().flatMap((code) =>
			[...code.matchAll(/^\/\/ (\S+\.ts)$/gm)].map(([, source]) => source ?? ''),
		);
		const compiled = join(root, '.cache/compiled');
		const running = readdirSync(compiled, { recursive: true, encoding: 'utf8' })
			.filter((path) => path.endsWith('.js') && readFileSync(join(compiled, path), 'utf8').trim() !== 'export {};')
			.map((path) => path.replaceAll('\\', '/').replace(/\.js$/, '.ts'));
		// Of a package with fewer nodes, the bundler leaves out what nothing calls.
		expect(running).toEqual(expect.arrayContaining(named));
		expect(named.sort()).toEqual([...new Set(named)].sort());
		expect(named.length).toBeGreaterThan(running.length * 0.99);
	});

	it('depends on n8n alone', () => {
		expect(packageJson).not.toHaveProperty('dependencies');
		expect(packageJson).not.toHaveProperty('optionalDependencies');
		expect(packageJson.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it('requires nothing but n8n and Node.js: another community package may have brought its own version of anything else', () => {
		const provided = new Set(['n8n-workflow', 'node:crypto']);
		const required = scripts()
			.flatMap((code) => [...code.matchAll(/require\(['"]([^'".][^'"]*)['"]\)/g)])
			.map(([, name]) => name ?? '');
		expect(required).toContain('n8n-workflow');
		expect(required.filter((name) => !provided.has(name))).toEqual([]);
	});

	it('carries the licence of each library in it', () => {
		const libraries = files.filter((path) => path.startsWith('dist/libraries/'));
		expect(libraries.length).toBeGreaterThan(0);
		for (const path of everyOne(libraries))
			expect(readFileSync(join(unpacked, path), 'utf8')).toContain(
				'The above copyright notice and this permission notice shall be included',
			);
	});

	it('is loaded by n8n: every node with codex and icons, every credential with an icon', async () => {
		const loader = new PackageDirectoryLoader(unpacked);
		await loader.loadAll();
		const { nodes, credentials } = packageJson.n8n;
		const actionsAndTriggers = loader.types.nodes.filter(({ name }) => !name.endsWith('Tool'));
		expect(actionsAndTriggers).toHaveLength(nodes.length);
		expect(loader.types.credentials).toHaveLength(credentials.length);
		for (const node of everyOne(actionsAndTriggers)) expect(node.codex?.categories).not.toHaveLength(0);
		for (const { iconUrl } of [...actionsAndTriggers, ...loader.types.credentials]) {
			const themes = typeof iconUrl === 'object' ? [iconUrl.light, iconUrl.dark] : [];
			expect(themes).toHaveLength(2);
			for (const url of everyOne(themes))
				expect(existsSync(join(unpacked, url.replace(/^icons\/[^/]+\//, '')))).toBe(true);
		}
	});

	it('has the columns of every operation where n8n looks for them', async () => {
		const loader = new PackageDirectoryLoader(unpacked);
		await loader.loadAll();
		const asked = loader.types.nodes.flatMap((description) =>
			offeredBy({ description }).operations.map(({ resource, option }) => ({
				nodeDir: dirname(join(unpacked, loader.known.nodes[description.name]?.sourcePath ?? '')),
				version: 1,
				resource: String(resource),
				operation: String(option.value),
			})),
		);
		expect(asked.length).toBeGreaterThan(0);
		expect(asked.filter((one) => !loadOutputSchema(one)?.properties)).toEqual([]);
	});
});
