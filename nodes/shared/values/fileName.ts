/** What a file system, a terminal or a list of files takes for something else: control and direction characters, half characters, and separators. */
const NOT_IN_NAMES = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}/\\:*?"<>|]/gu;

const LONGEST = 100;

/** The name of a file, without an ending, of a text that a stranger may have written. It is never a hidden file, nor a folder. */
export function fileNameOf(text: string): string {
	const name = text
		.normalize('NFC')
		.replace(NOT_IN_NAMES, '_')
		.replace(/^[\s.]+/, '');
	return [...name.slice(0, 2 * LONGEST)].slice(0, LONGEST).join('').trim() || 'file';
}
