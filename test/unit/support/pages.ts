import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../../../scripts/repository';
import type { TextOfCode } from './sources';

const pagesIn = (folder: string, recursive: boolean): string[] =>
	readdirSync(join(ROOT, folder), { recursive, encoding: 'utf8' })
		.map((file) => join(folder, file).replaceAll('\\', '/'))
		.filter((file) => file.endsWith('.md'));

/** The pages of the repository for people, below its root. */
export const PAGES = [...pagesIn('.', false), ...pagesIn('.github', true), ...pagesIn('docs', true)];

/** A page without its blocks of code: their words are of commands and data. Lines stay where they are. */
const withoutCode = (page: string): string => page.replace(/^```.*?^```/gms, (code) => code.replace(/[^\n]/g, ''));

const TABLE_RULE = /^\|(?: *:?-+:? *\|)+$/;
const ROW_OR_ENTRY = /^(?:\||[-*] |\d+\. )/;

/** The paragraphs of a page, each on one line; an entry of a list and a row of a table are paragraphs, too. */
function paragraphsOf(file: string): TextOfCode[] {
	const lines = withoutCode(readFileSync(join(ROOT, file), 'utf8')).split('\n');
	const paragraphs: TextOfCode[] = [];
	let current: TextOfCode | undefined;
	lines.forEach((line, index) => {
		const text = line.replace(/`[^`]*`/g, '`code`').trim();
		// Headings and heads of tables are questions, which the text below answers.
		const isQuestion = text.startsWith('#') || TABLE_RULE.test(lines[index + 1] ?? '');
		if (text === '' || isQuestion) current = undefined;
		else if (current && !ROW_OR_ENTRY.test(text)) current.text += ` ${text}`;
		else paragraphs.push((current = { place: `${file}:${index + 1}`, text }));
	});
	return paragraphs;
}

/** The text of all pages, without headings and code. */
export const paragraphsOfPages = (): TextOfCode[] => PAGES.flatMap(paragraphsOf);
