/**
 * Characters with a special meaning for a file system, a terminal or a list of files: control and direction characters,
 * half characters, and separators.
 */
const NOT_IN_NAMES = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}/\\:*?"<>|]/gu;

const LONGEST = 100;

/**
 * A file name, without an ending, from a text that a stranger may have written. It is never a hidden file or a folder.
 */
export function fileNameOf(text: string): string {
	const name = text
		.normalize('NFC')
		.replace(NOT_IN_NAMES, '_')
		.replace(/^[\s.]+/, '');
	return [...name.slice(0, 2 * LONGEST)].slice(0, LONGEST).join('').trim() || 'file';
}
