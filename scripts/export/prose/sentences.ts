/** Where a sentence ends: not after an abbreviation, and not within code. */
const END = /(?<=(?<!\b(?:e\.g|i\.e|etc|vs|No))[.!?][)”"*]*)\s+(?=[\p{Lu}\d*`“"([])/u;

/** The subject of a sentence. */
export interface Subject {
	isForeign: (text: string) => boolean;
	isOwn: (text: string) => boolean;
}

/** Beginnings of sentences that continue the subject of the sentence before. */
const GOES_ON =
	/^(?:It|Its|They|Their|This|That|These|Those|There|Then|One|Here|Such|Both|Of these|Another|The others?)\b/;

/** The sentences of a paragraph; a quoted sentence belongs to the one around it. */
function sentencesOf(paragraph: string): string[] {
	const sentences: string[] = [];
	for (const piece of paragraph.split(END)) {
		const last = sentences.at(-1);
		const isQuoted = last !== undefined && (last.split('"').length - 1) % 2 === 1;
		if (isQuoted) sentences[sentences.length - 1] = `${last} ${piece}`;
		else sentences.push(piece);
	}
	return sentences;
}

/**
 * A paragraph without the sentences about another vendor, and without those that continue them. The first
 * sentence has the subject of the paragraph: if it is removed, all sentences up to the next one about the own vendor
 * are removed.
 * @returns '' when nothing is left
 */
export function focusSentences(paragraph: string, { isForeign, isOwn }: Subject): string {
	if (!isForeign(paragraph)) return paragraph;
	const [first = '', ...rest] = sentencesOf(paragraph);
	const isAboutOther = isForeign(first);
	let isOpen = isAboutOther;
	let isGone = isAboutOther;
	const kept = isAboutOther ? [] : [first];
	for (const sentence of rest) {
		if (isOwn(sentence)) isOpen = false;
		isGone = isForeign(sentence) || isOpen || (isGone && GOES_ON.test(sentence));
		if (!isGone) kept.push(sentence);
	}
	return kept.join(' ');
}
