import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { shareInstalled } from '../../scripts/shareInstalled';
import packageJson from '../../package.json';
import packageLock from '../../package-lock.json';
import { everyOne } from '../support/everyOne';

const root = join(__dirname, '../..');
const clone = mkdtempSync(join(tmpdir(), 'release-'));

/** What a clone has not. */
const NOT_COMMITTED = /(?:^|\/)(?:node_modules|dist|\.cache|\.git|coverage)$/;

const run = async (command: string, ...args: string[]) => await promisify(execFile)(command, args, { cwd: clone });

const git = async (...args: string[]) =>
	await run('git', '-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false', ...args);

const release = async (...args: string[]) =>
	await run(process.execPath, 'scripts/run.mjs', 'scripts/release/main.ts', ...args);

/** The message of a refused release. */
const refusalOf = async (...args: string[]): Promise<string> =>
	await release(...args).then(
		() => '',
		({ stderr }: { stderr: string }) => stderr,
	);

const read = (path: string): string => readFileSync(join(clone, path), 'utf8');

const status = async (): Promise<string> => (await git('status', '--porcelain')).stdout;

/** The tests of the clone, which would run these ones again. */
async function commitTests(command: string): Promise<void> {
	const manifest = { ...packageJson, scripts: { ...packageJson.scripts, test: command } };
	writeFileSync(join(clone, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
	await git('commit', '--all', '--quiet', '--allow-empty', '--message', 'Tests');
}

beforeAll(async () => {
	cpSync(root, clone, { recursive: true, filter: (path) => !NOT_COMMITTED.test(relative(root, path)) });
	// What npm has installed is a link here, and a folder elsewhere.
	writeFileSync(join(clone, '.gitignore'), `${read('.gitignore')}node_modules\n`);
	await git('init', '--quiet');
	await git('add', '--all');
	await git('commit', '--quiet', '--message', 'All');
	await shareInstalled(clone);
}, 120_000);

beforeEach(async () => {
	await git('reset', '--hard', '--quiet');
	await git('clean', '--force', '--quiet');
	rmSync(join(clone, '.cache/release'), { recursive: true, force: true });
});

afterAll(() => rmSync(clone, { recursive: true, force: true }));

const tarballs = (): string[] => readdirSync(join(clone, '.cache/release'));

describe('npm run release', () => {
	it('with --dry-run makes the tarball, and changes nothing', async () => {
		const { stdout } = await release(packageJson.version, '--dry-run');
		expect(stdout).toContain(`${packageJson.version} can be released. Nothing was changed`);
		expect(tarballs()).toEqual([`${packageJson.name}-${packageJson.version}.tgz`]);
		expect(await status()).toBe('');
	}, 300_000);

	it('writes version, changelog and names of a release, makes its tarball, and leaves commit and tag to a person', async () => {
		await commitTests('node --version');
		const { stdout } = await release('7.8.9');
		expect(stdout).toContain('git tag v7.8.9');
		expect(JSON.parse(read('package.json'))).toMatchObject({ name: packageJson.name, version: '7.8.9' });
		const { packages, version } = JSON.parse(read('package-lock.json'));
		expect([version, packages[''].version]).toEqual(['7.8.9', '7.8.9']);
		expect(Object.keys(packages)).toEqual(Object.keys(packageLock.packages));
		expect(read('CHANGELOG.md')).toMatch(/^## \[Unreleased\]\n\n## \[7\.8\.9\] - \d{4}-\d\d-\d\d\n\n### Added\n/m);
		for (const file of everyOne(readdirSync(join(clone, 'test/engine/names/released'))))
			expect(JSON.parse(read(`test/engine/names/released/${file}`))).toMatchObject({ release: '7.8.9' });
		expect(tarballs()).toEqual([`${packageJson.name}-7.8.9.tgz`]);
		expect((await git('tag', '--list')).stdout).toBe('');
	}, 300_000);

	it('refuses changes that are not committed', async () => {
		writeFileSync(join(clone, 'README.md'), 'Changed');
		expect(await refusalOf('7.8.9')).toContain('There are changes that are not committed:\nM README.md');
	}, 60_000);

	it('refuses a version that has a tag', async () => {
		await git('tag', 'v7.8.8');
		expect(await refusalOf('7.8.8')).toContain('The tag v7.8.8 exists');
		await git('tag', '--delete', 'v7.8.8');
	}, 60_000);

	it('refuses an invalid version', async () => {
		expect(await refusalOf('next')).toContain('"next" is no version such as 1.2.3');
		expect(await refusalOf()).toContain('Usage: npm run release -- <version>');
	}, 60_000);

	it('refuses when a test fails, and leaves everything as it is', async () => {
		await commitTests('node --no-such-option');
		expect(await refusalOf('7.8.9')).toContain('> test failed');
		expect(await status()).toBe('');
	}, 60_000);
});
