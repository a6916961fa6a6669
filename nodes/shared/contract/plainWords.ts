/** A message is a few sentences; of a value that somebody has written without end, nobody reads more. */
const LONGEST = 3_000;

/** What hides a word, or turns its direction, and half of a character. Line breaks and tabs can be seen. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * What a user reads, with whatever others have written that it quotes. n8n's editor shows messages and hints as a page, in which `<` would
 * begin a link of a stranger's.
 */
export function plainWords(text: string): string {
	const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
	return cut.replace(UNSEEN, '').replaceAll('<', '‹');
}
