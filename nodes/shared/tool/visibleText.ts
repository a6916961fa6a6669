import { mapTexts } from './mapTexts';

/**
 * Characters that are invisible to people, but not to a model: tag characters, direction marks, zero-width characters,
 * variation selectors, fillers, control characters. Unlike for people (`values/invisible.ts`), none is kept for an
 * emoji or a script: each can carry letters. Blanks, tabs and line breaks are visible, and so are the number signs of
 * Arabic that Unicode counts among them.
 */
const UNSEEN =
	/(?![\t\n\r\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Most texts have only these characters. */
const ALL_SEEN = /^[\t\n\r\x20-\x7e]*$/;

/** The text as a person sees it. */
export const seenText = (text: string): string => (ALL_SEEN.test(text) ? text : text.replace(UNSEEN, ''));

/** The same for all texts and names of members in a JSON value. */
export const seen = mapTexts(seenText);
