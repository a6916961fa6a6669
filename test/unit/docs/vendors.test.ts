import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { Clock } from '../../../sandbox/time/clock';
import { kaicallsVendor } from '../../../sandbox/kaicalls';
import { KaiCalls } from '../../../sandbox/kaicalls/kaicalls';
import { kairoVendor } from '../../../sandbox/kairo';
import { Kairo } from '../../../sandbox/kairo/kairo';
import { kakiyoVendor } from '../../../sandbox/kakiyo';
import { Kakiyo } from '../../../sandbox/kakiyo/kakiyo';
import { kayseVendors } from '../../../sandbox/kayse';
import { Kayse } from '../../../sandbox/kayse/kayse';
import type { Vendor } from '../../../sandbox/server/vendor';

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
	it('are places in docs/vendors that there are', () => {
		const cited = files.flatMap((file) =>
			[...read(file).matchAll(/docs\/vendors\/(\w+)\.md(?:#([\w-]+))?/g)].map(([, vendor = '', anchor]) => ({
				file,
				vendor,
				anchor,
			})),
		);
		expect(cited.length).toBeGreaterThan(10);
		const missing = cited.filter(
			({ vendor, anchor }) => anchor !== undefined && !anchorsOf(read(`docs/vendors/${vendor}.md`)).has(anchor),
		);
		expect(missing).toEqual([]);
	});

	it('are none that a reader of the repository cannot open', () => {
		expect(files.filter((file) => UNREADABLE.test(read(file)))).toEqual([]);
	});

	it.each(['kakiyo', 'kaicalls', 'kayse', 'kairo'])('within the page of %s are places that there are', (vendor) => {
		const page = read(`docs/vendors/${vendor}.md`);
		const anchors = anchorsOf(page);
		const links = [...page.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor = '']) => anchor);
		expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([]);
	});
});

const nameless = (endpoint: string): string => endpoint.replace(/\{\w+\}|:\w+/g, '{}').replace(/\?.*$/, '');

/** Endpoints in the first column of the page's tables; IDs have no names, as those of the vendor and ours differ. */
function documented(vendor: string): string[] {
	const rows = read(`docs/vendors/${vendor}.md`)
		.split('\n')
		.filter((line) => line.startsWith('| `'));
	const endpoints = rows.flatMap((row) =>
		[...(row.split('|')[1] ?? '').matchAll(/`((?:GET|POST|PUT|PATCH|DELETE) \/[^`]*)`/g)].map(([, endpoint = '']) =>
			nameless(endpoint),
		),
	);
	return [...new Set(endpoints)].sort();
}

const served = (...vendors: Vendor[]): string[] =>
	[...new Set(vendors.flatMap(({ routes }) => routes.map(({ method, path }) => nameless(`${method} ${path}`))))].sort();

describe('the pages in docs/vendors and the sandbox', () => {
	const clock = new Clock();
	const kayse = kayseVendors(new Kayse(clock));
	const vendors: Array<[name: string, served: string[], notServed: string[]]> = [
		['kakiyo', served(kakiyoVendor(new Kakiyo(clock))), []],
		[
			'kaicalls',
			served(kaicallsVendor(new KaiCalls(clock))),
			['GET /observability-events', 'POST /events/backfill', 'POST /signup'],
		],
		['kayse', served(kayse.main, kayse.calls), []],
		['kairo', served(kairoVendor(new Kairo(clock))), []],
	];

	it.each(vendors)('name the same endpoints of %s', (vendor, routes, notServed) => {
		expect(documented(vendor)).toEqual([...routes, ...notServed].sort());
	});
});
