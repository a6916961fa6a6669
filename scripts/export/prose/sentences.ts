/** Where a sentence ends: not after an abbreviation, and not within code. */
const END = /(?<=(?<!\b(?:e\.g|i\.e|etc|vs|No))[.!?][)”"*]*)\s+(?=[\p{Lu}\d*`“"(\[])/u;

/** What a sentence is about. */
export interface Subject {
	isForeign: (text: string) => boolean;
	isOwn: (text: string) => boolean;
}

/**
 * A paragraph without the sentences about another vendor, and without those behind them, which may go on about it: up to the
 * next that names the own one.
 * @returns '' when nothing is left
 */
export function focusSentences(paragraph: string, { isForeign, isOwn }: Subject): string {
	if (!isForeign(paragraph)) return paragraph;
	const kept: string[] = [];
	let isAboutOther = false;
	for (const sentence of paragraph.split(END)) {
		if (isForeign(sentence)) isAboutOther = true;
		else if (isOwn(sentence)) isAboutOther = false;
		if (!isAboutOther) kept.push(sentence);
	}
	return kept.join(' ');
}
