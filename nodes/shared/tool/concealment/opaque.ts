/** It begins with its rarest sign: other texts are looked through in no time. */
const UUID = /-(?<=[\da-f]{8}-)(?:[\da-f]{4}-){3}[\da-f]{12}/i;

/** Words of a person have no run of this length with digits among its letters. */
const LONG_RUN = /[a-z\d]{16,}/gi;

/** A code that somebody may have to type in is shorter. */
const SHORT_RUN = /[a-z\d]{8,}/gi;

const isMixed = (run: string): boolean => /\d/.test(run) && /[a-z]/i.test(run);

/** Base64 is in blocks of letters in both cases, with or without digits. */
const isOfBothCases = (run: string): boolean => /[a-z][A-Z]/.test(run) && /[A-Z]{2}|[A-Z][a-z]?[A-Z]/.test(run);

/** Whether a text was drawn by lot or computed, and written by nobody: keys, signatures, UUIDs. */
export const isOpaque = (text: string): boolean =>
	UUID.test(text) || (text.match(LONG_RUN) ?? []).some((run) => isMixed(run) || isOfBothCases(run));

/** The same where a key is to be expected, and may be short. */
export const mayBeKey = (text: string): boolean => isOpaque(text) || (text.match(SHORT_RUN) ?? []).some(isMixed);
