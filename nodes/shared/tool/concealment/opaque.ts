/** The pattern begins with its rarest character, so other texts are searched quickly. */
const UUID = /-(?<=[\da-f]{8}-)(?:[\da-f]{4}-){3}[\da-f]{12}/i;

/** Words of a person have no run of this length with digits among its letters. */
const LONG_RUN = /[a-z\d]{16,}/gi;

/** A code that a person may have to type is shorter. */
const SHORT_RUN = /[a-z\d]{8,}/gi;

const isMixed = (run: string): boolean => /\d/.test(run) && /[a-z]/i.test(run);

/** Base64 is in blocks of letters in both cases, with or without digits. */
const isOfBothCases = (run: string): boolean => /[a-z][A-Z]/.test(run) && /[A-Z]{2}|[A-Z][a-z]?[A-Z]/.test(run);

/** Whether a text is random or computed, and not written by a person: keys, signatures, UUIDs. */
export const isOpaque = (text: string): boolean =>
	UUID.test(text) || (text.match(LONG_RUN) ?? []).some((run) => isMixed(run) || isOfBothCases(run));

/** The same where a key is expected, which may be short. */
export const mayBeKey = (text: string): boolean => isOpaque(text) || (text.match(SHORT_RUN) ?? []).some(isMixed);

/**
 * Whether a text looks like a password that a person chose: letters with digits or punctuation, and not an address, a
 * number with a unit or a date.
 */
export const isChosen = (text: string): boolean =>
	/^\d{4,10}[.,!?]?$/.test(text) ||
	(text.length >= 6 &&
		!/:\/\/|\S@[\w-]+\.\w/.test(text) &&
		/[a-z]{2}/i.test(text) &&
		/\d|[\p{L}\p{N}][^\p{L}\p{N}]+\p{Lu}|[!#$%^*+=~]\S/u.test(text));

/** The same where other texts are expected, too: several kinds of characters. */
export const isMixedOfAll = (text: string): boolean =>
	text.length >= 8 && [/[a-z]/, /[A-Z]/, /\d/, /[^\w\s/]/].every((kind) => kind.test(text)) && !/[\s/]/.test(text);
