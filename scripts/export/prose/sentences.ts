/** Where a sentence ends: not after an abbreviation, and not within code. */
const END = /(?<=(?<!\b(?:e\.g|i\.e|etc|vs|No))[.!?][)”"*]*)\s+(?=[\p{Lu}\d*`“"([])/u;

/** What a sentence is about. */
export interface Subject {
	isForeign: (text: string) => boolean;
	isOwn: (text: string) => boolean;
}

/** How a sentence begins that goes on about what the one before it is about. */
const GOES_ON =
	/^(?:It|Its|They|Their|This|That|These|Those|There|Then|One|Here|Such|Both|Of these|Another|The others?)\b/;

/** The sentences of a paragraph; one that is quoted is part of the one around it. */
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
 * A paragraph without the sentences about another vendor, and without those that go on about it: behind the first sentence, which says
 * what the paragraph is about, all up to the next that names the own vendor.
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
