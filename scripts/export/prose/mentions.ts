import { posix } from 'node:path';

/** The files and scripts of an export, for pages that link to them. */
export interface Contents {
	/** Whether a path is a file or a folder of it. */
	isThere: (path: string) => boolean;
	/** The text of a file of it; '' for none. */
	textOf: (path: string) => string;
	/** Names of the scripts of package.json. */
	scripts: readonly string[];
}

/** Whether a text of a page links to a file or a script that is not exported. */
export function pointsNowhere(page: string, { isThere, scripts }: Contents): (text: string) => boolean {
	const folder = posix.dirname(page);
	return (text) =>
		[...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].some(
			([, target = '']) => !isThere(posix.join(folder, target)),
		) ||
		[...text.matchAll(/`((?:nodes|credentials)\/[^`<>*\s]+)`/g)].some(([, path = '']) => !isThere(path)) ||
		[...text.matchAll(/`npm run ([\w:-]+)/g)].some(([, name = '']) => !scripts.includes(name));
}

/** A file of tests with the names of some, as the threat model writes it: `test/a.test.ts` › *name*; *name* */
const TESTS = /(?:[;,] )?`(test\/[^`]+)`((?: › |; |\*[^*|]+\*)*)/g;

/** The rest of a mention, when some of its tests are not exported. */
function mentionOf(mention: string, file: string, named: string, { isThere, textOf }: Contents): string {
	if (!isThere(file)) return '';
	const names = [...named.matchAll(/\*([^*]+)\*/g)].map(([, name = '']) => name);
	const kept = names.filter((name) => textOf(file).includes(name));
	if (kept.length === names.length) return mention;
	const before = /^[;,] /.exec(mention)?.[0] ?? '';
	return kept.length > 0 ? `${before}\`${file}\` › ${kept.map((name) => `*${name}*`).join('; ')}` : '';
}

/**
 * A row of a table whose last cell named tests.
 * @param elsewhere the text instead of tests that are not exported
 */
function focusRow(row: string, contents: Contents, elsewhere: string): string {
	const changed = row.replace(TESTS, (mention: string, file: string, named: string) =>
		mentionOf(mention, file, named, contents),
	);
	return changed === row ? row : changed.replace(/\| [;,]? */g, '| ').replace(/\| *\|$/, `| ${elsewhere} |`);
}

/** A page whose tables name tests, without those that are not exported. */
export const withoutMissingTests = (page: string, contents: Contents, elsewhere: string): string =>
	page
		.split('\n')
		.map((line) => (line.startsWith('|') ? focusRow(line, contents, elsewhere) : line))
		.join('\n');

/** A page without its pictures: they show the whole package, and an export has texts only. */
export const withoutPictures = (page: string): string => page.replace(/^<picture>$[^]*?^<\/picture>\n\n?/gm, '');
