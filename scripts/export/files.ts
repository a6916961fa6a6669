import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

import { ROOT } from '../repository';

/** All files of the repository, as paths in it. */
export const repositoryFiles = (): string[] =>
	execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
		.trim()
		.split('\n');

/**
 * Pages that one vendor's package needs; the others measure or count the whole package, or describe how it was made.
 */
const PAGES =
	/^(?:README|CONTRIBUTING|SECURITY|CHANGELOG)\.md$|^docs\/(?!benchmark|census|faults|editor|adding-)|^\.github\/.*\.md$/;

/** Files that are read as prose, and exported without the parts about other vendors. */
export const isPage = (path: string): boolean => path.endsWith('.md') && PAGES.test(path);

/** Pages about triggers, for packages that have one. */
export const isPageOfTriggers = (path: string): boolean => /^docs\/(?:triggers|webhooks)\.md$/.test(path);

/**
 * Settings of tools, manifests of n8n, icons, test data: they are exported unchanged, unless their name is another
 * vendor's.
 */
const AS_THEY_ARE = [
	/^\.[^/]+$/,
	/^\.ci\//,
	/^\.github\/.*\.yml$/,
	/^LICENSE$/,
	/^compose\.yaml$/,
	/^[^/]+\.(?:c?js|mjs)$/,
	/^tsconfig[^/]*\.json$/,
	/^icons\//,
	/^nodes\/.*\.node\.json$/,
	/^nodes\/[^/]+\/__schema__\//,
	/^scripts\/(?:[^/]+\.m(?:js|ts)|[^/]+\.d\.mts|node24\/package[^/]*\.json)$/,
	/^demo\/n8n\/(?:\.npmrc|package[^/]*\.json)$/,
	/^test\/engine\/cases\/data\//,
	/^test\/engine\/names\/released\//,
	/^test\/e2e\/[^/]+\.(?:c?js)$/,
];

/** Git's own list of past commits belongs only to this repository. */
const ITS_OWN = /^\.git-blame-ignore-revs$/;

export const isCopied = (path: string): boolean =>
	AS_THEY_ARE.some((pattern) => pattern.test(path)) && !ITS_OWN.test(path);

/** Tests of the nodes, the sandbox and the package; the tests that start a whole n8n need the real tarball. */
const TESTS = /^test\/(?:unit|engine|sandbox|package)\/.+\.test\.ts$/;

/** The scripts of `npm start`, `npm test`, the settings of jest and the like, and a first test with a real n8n. */
const PROGRAMS = [
	'demo/start.ts',
	'sandbox/main.ts',
	'scripts/docs.ts',
	'scripts/names.ts',
	'scripts/release/main.ts',
	'scripts/test.ts',
	'scripts/testOnly.ts',
	'test/e2e/main.ts',
	'test/e2e/nodeTypes.test.ts',
	'test/support/sameExamples.ts',
];

/** Tests that the triggers of all nodes share. */
const TESTS_OF_TRIGGERS = /^test\/unit\/panel\/triggers\.test\.ts$/;

/** Tests of what an export does not have: exports of its own, and the benchmark. */
const OF_THE_WHOLE = /^test\/(?:package\/export\.test\.ts$|unit\/export\/|unit\/docs\/figures\.test\.ts$)/;

/** The files with which an export begins; their imports follow. */
export const codeRoots = (files: string[], hasTrigger: boolean): string[] => [
	...files.filter(
		(path) => TESTS.test(path) && !OF_THE_WHOLE.test(path) && (hasTrigger || !TESTS_OF_TRIGGERS.test(path)),
	),
	...PROGRAMS,
];

/** An example, with all its parts. */
interface Example {
	/** Without folder and ending. */
	name: string;
	path: string;
	text: string;
}

const examplesIn = (files: string[]): Example[] =>
	files
		.filter((path) => /^examples\/.+\.json$/.test(path))
		.map((path) => ({ name: basename(path, '.json'), path, text: readFileSync(join(ROOT, path), 'utf8') }));

/**
 * The examples without another vendor.
 * @returns their files, with those that they read, and the names of the other examples
 */
export function examplesOf(
	files: string[],
	isForeign: (text: string) => boolean,
): { files: string[]; leftOut: string[] } {
	const examples = examplesIn(files);
	const kept = examples.filter(({ path, text }) => !isForeign(path) && !isForeign(text));
	const data = files.filter((path) => path.startsWith('examples/') && extname(path) !== '.json');
	const isRead = (path: string) => kept.some(({ text }) => text.includes(basename(path)));
	return {
		files: [...kept.map(({ path }) => path), ...data.filter(isRead)],
		leftOut: [
			...examples.filter((example) => !kept.includes(example)).map(({ name }) => name),
			...data.filter((path) => !isRead(path)).map((path) => basename(path)),
		],
	};
}
