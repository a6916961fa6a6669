import { posix } from 'node:path';

/** What is in an export, for pages that point to it. */
export interface Contents {
	/** Whether a path is a file or a folder of it. */
	isThere: (path: string) => boolean;
	/** The text of a file of it; '' for none. */
	textOf: (path: string) => string;
	/** Names of the scripts of package.json. */
	scripts: readonly string[];
}

/** Whether a text of a page points to a file or a script that stays behind. */
export function pointsNowhere(page: string, { isThere, scripts }: Contents): (text: string) => boolean {
	const folder = posix.dirname(page);
	return (text) =>
		[...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].some(
			([, target = '']) => !isThere(posix.join(folder, target)),
		) || [...text.matchAll(/`npm run ([\w:-]+)/g)].some(([, name = '']) => !scripts.includes(name));
}

/** A file of tests with the names of some, as the threat model writes it: `test/a.test.ts` › *name*; *name* */
const TESTS = /(?:[;,] )?`(test\/[^`]+)`((?: › |; |\*[^*|]+\*)*)/g;

/** A page that names tests, without those that stay behind. */
export const withoutMissingTests = (text: string, { isThere, textOf }: Contents): string =>
	text.replace(TESTS, (whole, file: string, named: string) => {
		if (!isThere(file)) return '';
		const names = [...named.matchAll(/\*([^*]+)\*/g)].map(([, name = '']) => name);
		if (names.length === 0) return whole;
		const kept = names.filter((name) => textOf(file).includes(name));
		if (kept.length === names.length) return whole;
		const before = /^[;,] /.exec(whole)?.[0] ?? '';
		return kept.length > 0 ? `${before}\`${file}\` › ${kept.map((name) => `*${name}*`).join('; ')}` : '';
	});
