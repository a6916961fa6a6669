import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { VENDORS } from '../../support/vendors';
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

/** Names by which GitHub finds a place on a page: headings in its spelling, and anchors that the page sets itself. */
function anchorsOf(page: string): Set<string> {
	const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
		title
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s-]/gu, '')
			.replace(/\s/g, '-'),
	);
	return new Set([...headings, ...[...page.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)]);
}

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

	it('are readable for all readers of the repository', () => {
		expect(files.filter((file) => UNREADABLE.test(read(file)))).toEqual([]);
	});

	it.each(VENDORS)('within the page of $name are existing places', (vendor) => {
		const page = proseOf(vendor.page);
		const anchors = anchorsOf(page);
		const links = [...page.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor = '']) => anchor);
		expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([]);
	});
});
