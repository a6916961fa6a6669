import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { anchorsOf } from '../../support/anchors';
import { proseOf } from '../../support/vendorPage';

const ROOT = join(__dirname, '../../..');

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** A package of one vendor has no benchmark. */
const isFolder = (folder: string): boolean => existsSync(join(ROOT, folder));

/** Everything below a folder but what npm has installed there. */
const below = (folder: string): string[] =>
	readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = `${folder}/${entry.name}`;
		if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : below(path);
		return [path];
	});

/** Everything that may cite a source, but this test. */
const files = [
	'README.md',
	...['nodes', 'credentials', 'sandbox', 'demo', 'bench', 'test', 'docs'].filter(isFolder).flatMap(below),
].filter((file) => /\.(ts|md)$/.test(file) && join(ROOT, file) !== __filename);

/** Notes that are not in the repository, and abbreviations of theirs. */
const UNREADABLE = /\bseed 0\d|\bapis\/|\[(?:seed|docs)(?=[\]:; ])|\(docs: |\bdocs page /i;

describe('sources that comments cite', () => {
	it('are existing places in docs/vendors', () => {
		const cited = files.flatMap((file) =>
			[...read(file).matchAll(/docs\/vendors\/(\w+)\.md(?:#([\w-]+))?/g)].map(([, vendor = '', anchor]) => ({
				file,
				vendor,
				anchor,
			})),
		);
		expect(cited.length).toBeGreaterThan(10);
		const missing = cited.filter(
			({ vendor, anchor }) => anchor !== undefined && !anchorsOf(proseOf(vendor)).has(anchor),
		);
		expect(missing).toEqual([]);
	});

	it('can be opened by a reader of the repository', () => {
		expect(files.filter((file) => UNREADABLE.test(read(file)))).toEqual([]);
	});
});
