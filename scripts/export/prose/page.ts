import { focusSentences, type Subject } from './sentences';
import { focusTable } from './table';

interface Section {
	/** How many `#` come before its title; 0 for the text before the first title. */
	level: number;
	lines: string[];
}

function sectionsOf(page: string): Section[] {
	const sections: Section[] = [{ level: 0, lines: [] }];
	let isCode = false;
	for (const line of page.split('\n')) {
		if (line.startsWith('```')) isCode = !isCode;
		const [, signs] = (!isCode && /^(#+) /.exec(line)) || [];
		if (signs) sections.push({ level: signs.length, lines: [] });
		sections.at(-1)?.lines.push(line);
	}
	return sections;
}

/** A section about another vendor is removed with its subsections. */
function withoutForeign(sections: Section[], { isForeign }: Subject): Section[] {
	let goneFrom: number | undefined;
	return sections.filter(({ level, lines: [title = ''] }) => {
		if (goneFrom !== undefined && level > goneFrom) return false;
		goneFrom = level > 0 && isForeign(title) ? level : undefined;
		return goneFrom === undefined;
	});
}

const ITEM = /^(\s*(?:[-*]|\d+\.)\s+)/;

type Block = { kind: 'table' | 'code' | 'item' | 'text' | 'blank' | 'title'; lines: string[] };

const kindOf = (line: string): Block['kind'] => {
	if (line.trim() === '') return 'blank';
	if (line.startsWith('|')) return 'table';
	if (line.startsWith('```')) return 'code';
	if (/^#+ /.test(line)) return 'title';
	return ITEM.test(line) ? 'item' : 'text';
};

function blocksOf(lines: string[]): Block[] {
	const blocks: Block[] = [];
	for (const line of lines) {
		const last = blocks.at(-1);
		if (last?.kind === 'code' && (last.lines.length === 1 || last.lines.at(-1) !== '```')) {
			last.lines.push(line);
			continue;
		}
		const kind = kindOf(line);
		const goesOn =
			last &&
			(kind === 'text' ? last.kind === 'text' || last.kind === 'item' : kind === 'table' && last.kind === 'table');
		if (goesOn) last.lines.push(line);
		else blocks.push({ kind, lines: [line] });
	}
	return blocks;
}

/** Lines of a paragraph. A line that begins in bold has a subject of its own. */
function focusText(lines: string[], subject: Subject): string[] {
	const paragraphs: string[][] = [];
	for (const line of lines) {
		const last = paragraphs.at(-1);
		if (last && !line.startsWith('**')) last.push(line);
		else paragraphs.push([line]);
	}
	return paragraphs.flatMap((paragraph) => {
		const text = paragraph.join('\n');
		if (!subject.isForeign(text)) return paragraph;
		return focusSentences(paragraph.map((line) => line.trim()).join(' '), subject) || [];
	});
}

function focusItem(lines: string[], subject: Subject): string[] {
	const [first = ''] = lines;
	const [, sign = ''] = ITEM.exec(first) ?? [];
	const text = focusText([first.slice(sign.length), ...lines.slice(1)], subject);
	return text.length > 0 ? [sign + text[0], ...text.slice(1)] : [];
}

function focusBlock({ kind, lines }: Block, subject: Subject): string[] {
	if (kind === 'table') return focusTable(lines, subject);
	if (kind === 'code') return lines.filter((line) => !subject.isForeign(line));
	if (kind === 'item') return focusItem(lines, subject);
	return kind === 'text' ? focusText(lines, subject) : lines;
}

/** The remaining blocks; if a sentence is removed, the block that it introduces is removed with it. */
function focusLines(lines: string[], subject: Subject): string[] {
	const kept: string[] = [];
	let isIntroducedByGone = false;
	for (const block of blocksOf(lines)) {
		if (block.kind === 'blank') {
			kept.push('');
			continue;
		}
		const isListed = block.kind === 'item' || block.kind === 'table';
		if (isListed && isIntroducedByGone) continue;
		const left = focusBlock(block, subject);
		const introduces = block.kind === 'text' && (block.lines.at(-1) ?? '').trimEnd().endsWith(':');
		isIntroducedByGone = introduces && !(left.at(-1) ?? '').trimEnd().endsWith(':');
		kept.push(...left);
	}
	return kept;
}

/** Whether a section has more than its title. */
const hasText = ({ level, lines }: Section): boolean =>
	lines.slice(level > 0 ? 1 : 0).some((line) => line.trim() !== '');

/** A page in Markdown without sections, rows, items and sentences about other vendors. */
export function focusPage(page: string, subject: Subject): string {
	const sections = withoutForeign(sectionsOf(page), subject).map(({ level, lines }) => ({
		level,
		hadText: hasText({ level, lines }),
		lines: focusLines(lines, subject),
	}));
	const kept = sections.filter(({ hadText, ...section }) => !hadText || hasText(section));
	return `${kept
		.flatMap(({ lines }) => lines)
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim()}\n`;
}
