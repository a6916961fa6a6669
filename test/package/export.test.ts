import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { SPELLINGS, vendorSpelled } from '../../scripts/export/vendors';
import packageJson from '../../package.json';

const root = join(__dirname, '../..');

// Below the repository, so that the exports find what npm has installed here.
const folder = join(root, '.cache', `exports-${process.pid}`);

const node = async (...args: string[]): Promise<unknown> =>
	await promisify(execFile)(process.execPath, args, { cwd: root });

const writeExport = async (vendor: string, target: string): Promise<unknown> =>
	await node('--import', 'tsx', 'scripts/export/main.ts', vendor, target);

beforeAll(async () => {
	await Promise.all(SPELLINGS.map(async (vendor) => await writeExport(vendor, join(folder, vendor))));
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The text of every file of an export, by its path there. */
const filesOf = (vendor: string): Map<string, string> =>
	new Map(
		readdirSync(join(folder, vendor), { recursive: true, encoding: 'utf8' })
			.filter((path) => statSync(join(folder, vendor, path)).isFile())
			.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, vendor, path), 'utf8')]),
	);

describe.each(SPELLINGS)('npm run export -- %s', (spelling) => {
	const { packageName } = vendorSpelled(spelling);
	let files = new Map<string, string>();
	let manifest = packageJson;

	beforeAll(() => {
		files = filesOf(spelling);
		manifest = JSON.parse(files.get('package.json') ?? '');
	});

	const paths = (pattern: RegExp): string[] => [...files.keys()].filter((path) => pattern.test(path));

	it('names no other vendor, in any file', () => {
		const others = new RegExp(SPELLINGS.filter((one) => one !== spelling).join('|'), 'i');
		const naming = [...files].filter(([path, text]) => others.test(path) || others.test(text)).map(([path]) => path);
		expect(naming).toEqual([]);
	});

	it('has the shipped code as it is in the whole package', () => {
		const shipped = paths(/^(?:nodes|credentials)\/.*\.ts$/);
		const inWhole = (path: string) => readFileSync(join(root, path), 'utf8').replaceAll(packageJson.name, packageName);
		expect(shipped.filter((path) => files.get(path) !== inWhole(path))).toEqual([]);
	});

	it('has the files that the settings of jest name', () => {
		const named = [...(files.get('jest.config.js') ?? '').matchAll(/<rootDir>\/([\w/.]+\.ts)/g)].map(
			([, path]) => path,
		);
		expect(named).not.toEqual([]);
		expect(named.filter((path) => !files.has(path ?? ''))).toEqual([]);
	});

	it('has its own nodes, credentials and icons, and no others', () => {
		const { n8n, name } = manifest;
		expect(name).toBe(packageName);
		const sources = [...n8n.nodes, ...n8n.credentials].map((path) => path.replace(/^dist\/(.+)\.js$/, '$1.ts'));
		expect(paths(/\.(?:node|credentials)\.ts$/).sort()).toEqual(sources.sort());
		expect(paths(/^icons\//)).toHaveLength(2);
	});

	it('has examples, tests, workflows and a licence', () => {
		for (const path of ['README.md', 'LICENSE', 'SECURITY.md', '.github/workflows/release.yml', 'docs/threat-model.md'])
			expect([...files.keys()]).toContain(path);
		expect(paths(/^examples\/.*\.json$/).length).toBeGreaterThan(0);
		expect(paths(/\.test\.ts$/).length).toBeGreaterThan(100);
	});

	it('has pages that begin with their title and have text below it', () => {
		const pages = [...files].filter(([path]) => /^(?:docs\/.*|[^/]*)\.md$/.test(path));
		const unfit = pages.filter(([, text]) => !/^# .+\n(?:\s|<!--.*-->)*[^\s<]/.test(text)).map(([path]) => path);
		expect(pages.length).toBeGreaterThan(10);
		expect(unfit).toEqual([]);
	});

	it('points in its pages to files and scripts that it has', () => {
		const isThere = (path: string) =>
			[...files.keys()].some((file) => `${file}/`.startsWith(`${path}/`.replace('//', '/')));
		const pages = [...files].filter(([path]) => path.endsWith('.md'));
		const links = pages.flatMap(([page, text]) =>
			[...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target = '']) =>
				posix.join(posix.dirname(page), target),
			),
		);
		const scripts = pages.flatMap(([, text]) => [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name));
		expect(links.filter((target) => !isThere(target))).toEqual([]);
		expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
	});
});

describe('npm run export', () => {
	it('writes code that is sound in its types, so that every import leads somewhere', async () => {
		mkdirSync(folder, { recursive: true });
		const project = join(folder, 'tsconfig.json');
		const { include } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
		// All in one go, as most of the time goes into reading n8n's types.
		writeFileSync(
			project,
			JSON.stringify({
				extends: '../../tsconfig.json',
				include: SPELLINGS.flatMap((vendor) => include.map((part: string) => `${vendor}/${part}`)),
			}),
		);
		await expect(node(require.resolve('typescript/bin/tsc'), '--noEmit', '-p', project)).resolves.toBeDefined();
	}, 300_000);

	it('names the vendors that there are when it does not know one', async () => {
		await expect(writeExport('acme', join(folder, 'acme'))).rejects.toThrow(
			'"acme" is no vendor of this package. Choose kakiyo, kaicalls, kayse, kairo',
		);
	}, 60_000);

	it('leaves a folder alone that has something else in it', async () => {
		await expect(writeExport('kairo', join(root, 'docs'))).rejects.toThrow(
			'is neither empty nor an earlier export of n8n-nodes-kairo-outreach',
		);
	}, 60_000);
});
