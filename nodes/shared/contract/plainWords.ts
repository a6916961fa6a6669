/** Longest text: a message is a few sentences, and a quoted value may be endless. */
const LONGEST = 3_000;

/** Characters that hide a word or turn its direction, and halves of characters. Line breaks and tabs are visible. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A text for the user that may quote texts of others. n8n's editor shows messages and hints as HTML, where `<` could
 * begin a stranger's link.
 */
export function plainWords(text: string): string {
	const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
	return cut.replace(UNSEEN, '').replaceAll('<', '‹');
}
