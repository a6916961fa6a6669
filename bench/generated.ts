import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../scripts/repository';

const BEGIN = '<!-- measured:begin -->';
const END = '<!-- measured:end -->';

/**
 * Writes the measured figures into a page of `docs`, between its two marks. The text around the marks stays.
 * @throws Error if the page has no marks
 */
export async function writeMeasured(page: string, measured: string): Promise<void> {
	const file = join(ROOT, 'docs', page);
	const text = await readFile(file, 'utf8');
	const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
	if (begin < 0 || end < begin) throw new Error(`docs/${page} lacks ${BEGIN} or ${END}`);
	await writeFile(file, `${text.slice(0, begin + BEGIN.length)}\n\n${measured}\n\n${text.slice(end)}`);
	console.log(`Written to docs/${page}`);
}
