import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join, posix } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { SPELLINGS, vendorSpelled } from '../../scripts/export/vendors';
import packageJson from '../../package.json';

const root = join(__dirname, '../..');

const node = (...args: string[]): string => execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });

/** The text of every file below a folder, by its path there. */
const filesIn = (folder: string): Map<string, string> =>
	new Map(
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((path) => statSync(join(folder, path)).isFile())
			.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
	);

/** A package of one vendor, in a folder of its own that shares what npm has installed here. */
describe.each(SPELLINGS)('npm run export -- %s', (spelling) => {
	const folder = join(root, '.cache', `export-${spelling}-${process.pid}`);
	const { packageName } = vendorSpelled(spelling);
	let files = new Map<string, string>();

	beforeAll(() => {
		node('--import', 'tsx', 'scripts/export/main.ts', spelling, folder);
		files = filesIn(folder);
		symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	}, 120_000);

	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	const paths = (pattern: RegExp): string[] => [...files.keys()].filter((path) => pattern.test(path));
	const manifest = (): typeof packageJson => JSON.parse(files.get('package.json') ?? '{}');

	it('names no other vendor, in whatever file', () => {
		const others = new RegExp(SPELLINGS.filter((one) => one !== spelling).join('|'), 'i');
		const naming = [...files].filter(([path, text]) => others.test(path) || others.test(text)).map(([path]) => path);
		expect(naming).toEqual([]);
	});

	it('has the shipped code as it is in the whole package', () => {
		const shipped = paths(/^(?:nodes|credentials)\/.*\.ts$/);
		const inWhole = (path: string) => readFileSync(join(root, path), 'utf8').replaceAll(packageJson.name, packageName);
		expect(shipped.filter((path) => files.get(path) !== inWhole(path))).toEqual([]);
	});

	it('has its own nodes, credentials and icons, and no others', () => {
		const { n8n, name } = manifest();
		expect(name).toBe(packageName);
		const sources = [...n8n.nodes, ...n8n.credentials].map((path) => path.replace(/^dist\/(.+)\.js$/, '$1.ts'));
		expect(paths(/\.(?:node|credentials)\.ts$/).sort()).toEqual(sources.sort());
		expect(paths(/^icons\//)).toHaveLength(2);
	});

	it('has examples, tests, workflows and a licence', () => {
		for (const path of ['README.md', 'LICENSE', 'SECURITY.md', '.github/workflows/release.yml', 'docs/threat-model.md'])
			expect(paths(/./)).toContain(path);
		expect(paths(/^examples\/.*\.json$/).length).toBeGreaterThan(0);
		expect(paths(/\.test\.ts$/).length).toBeGreaterThan(150);
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
		expect(scripts.filter((name) => !(name in manifest().scripts))).toEqual([]);
	});

	it('is sound in its types, so that every import leads somewhere', () => {
		expect(() => node(require.resolve('typescript/bin/tsc'), '--noEmit', '-p', folder)).not.toThrow();
	}, 240_000);
});

describe('npm run export', () => {
	it('names the vendors that there are when it does not know one', () => {
		expect(() => node('--import', 'tsx', 'scripts/export/main.ts', 'acme', join(root, '.cache/acme'))).toThrow(
			/"acme" is no vendor of this package. Choose kakiyo, kaicalls, kayse, kairo/,
		);
	});

	it('leaves a folder alone that has something else in it', () => {
		expect(() => node('--import', 'tsx', 'scripts/export/main.ts', 'kairo', join(root, 'docs'))).toThrow(
			/is neither empty nor an earlier export of n8n-nodes-kairo-outreach/,
		);
	});
});
