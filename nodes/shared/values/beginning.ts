/**
 * The first part of a text, without half of a character at its end. @param longest in UTF-16 units; an emoji has two
 */
export const beginningOf = (text: string, longest: number): string =>
	text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
