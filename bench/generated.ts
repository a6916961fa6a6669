import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../scripts/repository';

/**
 * Writes the measured figures into a page of `docs`, between its two marks. The text around the marks stays.
 * @param part the name of the marks, if the page has several pairs
 * @throws Error if the page has no marks
 */
export async function writeMeasured(page: string, measured: string, part = 'measured'): Promise<void> {
	const [begins, ends] = [`<!-- ${part}:begin -->`, `<!-- ${part}:end -->`];
	const file = join(ROOT, 'docs', page);
	const text = await readFile(file, 'utf8');
	const [begin, end] = [text.indexOf(begins), text.indexOf(ends)];
	if (begin < 0 || end < begin) throw new Error(`docs/${page} lacks ${begins} or ${ends}`);
	await writeFile(file, `${text.slice(0, begin + begins.length)}\n\n${measured}\n\n${text.slice(end)}`);
	console.log(`Written to docs/${page}`);
}
