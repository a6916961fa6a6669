/** Greetings in English, German, French, Spanish, Italian, Portuguese and Dutch, and a few neighbouring languages. */
const GREETING = String.raw`hi|hiya|hello|hey|dear|greetings|welcome|thanks|thank you|good (?:morning|afternoon|evening|day)|hallo|liebe[rs]?|guten (?:tag|morgen|abend)|bonjour|salut|chère?|hola|buen[oa]s (?:d[ií]as|tardes|noches)|estimad[oa]|ciao|buongiorno|olá|moin|servus|grüezi|hej|geachte|beste`;

const TITLE = String.raw`(?:mr|mrs|ms|miss|mx|dr|prof|herrn?|frau|sr|sra|srta|señora?|mme|mlle|madame|monsieur|mevrouw|meneer|sig|signora?)\.?`;

const START = String.raw`(?<![\p{L}\p{N}])`;

/** The text before a person's name: a greeting, a title, or both, and opening punctuation. */
export const BEFORE_NAME = String.raw`${START}(?:(?:${GREETING})(?: there)?(?:[ ,]+${TITLE})?|${TITLE})[ ,]+(?:["'“„‘«(\[])?`;

/**
 * Greetings that a name follows directly. A French "Bonjour !" has a blank before its mark, and "Thanks !" may end a
 * text.
 */
const BEFORE_MARK = String.raw`hi|hiya|hello|hey|dear|guten (?:tag|morgen|abend)|hallo|liebe[rs]?|chère?|cher|hola|estimad[oa]s?|querid[oa]|prezad[oa]|car[oa]|gentile|egregio|olá|geachte|beste`;

/** Words that cannot end a greeting: "Bonjour Madame," is complete. */
const SHORT_TITLE = String.raw`(?:mr|mrs|ms|mx|dr|prof|herrn?|frau|sr|sra|srta|mme|mlle|sig)\.?`;

const BLANK = String.raw`[^\S\r\n]`;

/** Marks instead of a name: `-`, `?`, `.`. */
const SIGNS = String.raw`[\p{Pd}?.…*_/]`;

const EMPTY_GREETINGS = [
	`(?:${GREETING}|cher|querid[oa]|prezad[oa]|car[oa]|gentile|egregio)(?:${BLANK}+${TITLE})?${BLANK}+(?:${SIGNS}+${BLANK}*)?,`,
	`(?:${BEFORE_MARK})(?:${BLANK}+${TITLE})?${BLANK}+(?:\\p{Pd}+${BLANK}*)?!`,
	`(?:${GREETING})${BLANK}+${SHORT_TITLE}[,!]`,
].map((pattern) => new RegExp(START + pattern, 'iu'));

/** A title alone, with a capital letter: "Mr. , your case is open". */
const EMPTY_TITLE = new RegExp(`${START}(?:${SHORT_TITLE})${BLANK}+(?:${SIGNS}+${BLANK}*)?,`, 'iu');

const hasCapital = (found: string): boolean => /^\p{Lu}/u.test(found);

/**
 * A greeting or a title without a name, such as "Hi ," and "Dear Mr. ,", from any source; undefined if there is none.
 */
export function emptyGreetingIn(text: string): string | undefined {
	const [greeting] = EMPTY_GREETINGS.map((pattern) => pattern.exec(text)?.[0]).filter(Boolean);
	if (greeting !== undefined) return greeting;
	const title = EMPTY_TITLE.exec(text)?.[0];
	return title !== undefined && hasCapital(title) ? title : undefined;
}
