import { UNSEEN } from './unseen';

/**
 * Invisible characters that belong to a visible one: the joiners of emoji and of scripts that need them, marks of
 * emoji, flags of regions, forms of letters in names.
 */
const NEEDED = [
	String.raw`(?<=\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?)\u200D(?=\p{Extended_Pictographic})`,
	String.raw`(?<=[\p{scx=Arab}\p{scx=Syrc}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}])[\u200C\u200D](?=[\p{L}\p{M}])`,
	String.raw`(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]`,
	String.raw`\uFE0F(?=\u20E3)`,
	String.raw`\u{1F3F4}[\u{E0020}-\u{E007F}]+`,
	String.raw`(?<=\p{Unified_Ideograph})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]`,
];

/** Zero-width spaces, direction marks, byte order marks and the like. Blanks, line breaks and tabs are visible. */
const INVISIBLE = String.raw`(?![^\S\uFEFF]|\u2800)[${UNSEEN}]`;

const PATTERN = new RegExp(`${NEEDED.join('|')}|(${INVISIBLE})`, 'gu');

/** Most texts have only these characters. */
const ALL_SEEN = /^[\t\n\r\x20-\x7e]*$/;

/** The text without the invisible characters that pages and programs leave in it. */
export const withoutInvisible = (text: string): string =>
	ALL_SEEN.test(text) ? text : text.replace(PATTERN, (found, dropped?: string) => (dropped === undefined ? found : ''));
