import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import n8nHome from '../../demo/n8n/package.json';
import packageJson from '../../package.json';

const textOf = (path: string): string => readFileSync(join(__dirname, '../..', path), 'utf8');

const Lockfile = z.object({ packages: z.record(z.object({ version: z.string().optional() })) });

/** The version of a package that n8n itself brings. */
function versionInN8n(name: string): string | undefined {
	const { packages } = Lockfile.parse(JSON.parse(textOf('demo/n8n/package-lock.json')));
	return packages[`node_modules/${name}`]?.version;
}

describe('The n8n that all is tested with', () => {
	it('is the one that README names', () => {
		expect(textOf('README.md')).toContain(`| ${n8nHome.dependencies.n8n} | everything`);
	});

	it('is the one that compose.yaml starts', () => {
		expect(textOf('compose.yaml')).toContain(`image: n8nio/n8n:${n8nHome.dependencies.n8n}\n`);
	});

	it.each(['n8n-core', 'n8n-workflow'] as const)('lends its %s to the tests of the engine', (name) => {
		expect(packageJson.devDependencies[name]).toBe(versionInN8n(name));
	});
});
