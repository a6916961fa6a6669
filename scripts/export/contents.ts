import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import packageJson from '../../package.json';
import { ROOT } from '../repository';
import { focusComments } from './code/comments';
import { CodeTree } from './code/tree';
import { codeRoots, examplesOf, isCopied, isPage, isPageOfTriggers, repositoryFiles } from './files';
import { lockfileFor, manifestFor } from './manifest';
import { namesAnothersOperation } from './operations';
import { pointsNowhere, withoutMissingTests, withoutPictures, type Contents } from './prose/mentions';
import { focusPage } from './prose/page';
import { readmeFor } from './readme';
import { namesAnother, SPELLINGS, type Vendor } from './vendors';

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const inJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** The sources of the files that n8n loads. */
const entriesOf = (isForeign: (text: string) => boolean): string[] =>
	[...packageJson.n8n.nodes, ...packageJson.n8n.credentials]
		.filter((path) => !isForeign(path))
		.map((path) => path.replace(/^dist\/(.+)\.js$/, '$1.ts'));

/** The repository of this package and that of one vendor's. */
const REPOSITORY = packageJson.homepage.replace(/#.*$/, '');

/** Sections of pages that are about the whole package. */
const THE_WHOLE = [
	'### Which package to take',
	'## Packages of one vendor',
	'## One vendor as a package of its own',
	'## Package of one vendor',
];

/** The text instead of tests that this package has for several vendors at once. */
const ELSEWHERE = 'in the tests of the whole package';

/** A path and the folders above it. */
const folderOf = (path: string): string[] => {
	const parts = path.split('/');
	return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
};

/** One vendor's package as a repository of its own: the text of each file, by its path. */
export function contentsFor(vendor: Vendor): Map<string, string> {
	const all = repositoryFiles();
	const namesOther = namesAnother(vendor);
	const isOwn = (text: string) => text.toLowerCase().includes(vendor.spelling);
	const examples = examplesOf(all, namesOther);
	const isForeign = (text: string) => namesOther(text) || examples.leftOut.some((name) => text.includes(name));

	const entries = entriesOf(namesOther);
	const hasTrigger = entries.some((path) => path.endsWith('Trigger.node.ts'));
	const tree = new CodeTree(entries, isForeign);
	const files = new Map<string, string>();
	for (const path of tree.with([...tree.shipped, ...codeRoots(all, hasTrigger)])) {
		const text = tree.text(path) ?? '';
		files.set(path, tree.shipped.has(path) ? text : focusComments(text, { isForeign, isOwn }));
	}
	for (const path of all)
		if ((isCopied(path) && !namesOther(path)) || examples.files.includes(path)) files.set(path, textOf(path));

	const pages = all.filter((path) => isPage(path) && !namesOther(path) && (hasTrigger || !isPageOfTriggers(path)));
	const there = new Set([...files.keys(), ...pages, 'package.json', 'package-lock.json'].flatMap(folderOf));
	const isThere = (path: string) => there.has(path.replace(/\/$/, ''));
	const manifest = manifestFor(vendor, packageJson, { isForeign: namesOther, isThere });
	files.set('package.json', inJson(manifest));
	files.set('package-lock.json', inJson(lockfileFor(vendor, JSON.parse(textOf('package-lock.json')))));

	const contents: Contents = {
		isThere,
		textOf: (path) => files.get(path) ?? '',
		scripts: Object.keys(manifest.scripts),
	};
	const operations = new Map(SPELLINGS.map((spelling) => [spelling, textOf(`docs/${spelling}.md`)]));
	const namesOperation = namesAnothersOperation(vendor, operations);
	const ofNoUse = [...THE_WHOLE, ...(hasTrigger ? [] : ['## Triggers', '[Triggers](#triggers)'])];
	const isOfNoUse = (text: string) => ofNoUse.includes(text);
	for (const path of pages) {
		const isMissing = pointsNowhere(path, contents);
		const subject = {
			isOwn,
			isForeign: (text: string) => isForeign(text) || namesOperation(text) || isMissing(text) || isOfNoUse(text),
		};
		files.set(path, focusPage(withoutMissingTests(withoutPictures(textOf(path)), contents, ELSEWHERE), subject));
	}
	for (const [path, text] of files) files.set(path, renamed(path, text, vendor));
	files.set('README.md', readmeFor(vendor, files.get('README.md') ?? '', REPOSITORY));
	return files;
}

/** The text of a file with the name of the vendor's package; copyright and author stay. */
function renamed(path: string, text: string, { packageName }: Vendor): string {
	if (path === 'LICENSE') return text;
	const changed = text.replaceAll(packageJson.name, packageName);
	return path === 'package.json'
		? changed.replace(`"name": "${packageName}",\n    "email"`, `"name": "${packageJson.name}",\n    "email"`)
		: changed;
}
