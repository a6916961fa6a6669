/** Greetings in English, German, French, Spanish, Italian, Portuguese and Dutch, and a few of their neighbours. */
const GREETING = String.raw`hi|hiya|hello|hey|dear|greetings|welcome|thanks|thank you|good (?:morning|afternoon|evening|day)|hallo|liebe[rs]?|guten (?:tag|morgen|abend)|bonjour|salut|chère?|hola|buen[oa]s (?:d[ií]as|tardes|noches)|estimad[oa]|ciao|buongiorno|olá|moin|servus|grüezi|hej|geachte|beste`;

const TITLE = String.raw`(?:mr|mrs|ms|miss|mx|dr|prof|herrn?|frau|sr|sra|srta|señora?|mme|mlle|madame|monsieur|mevrouw|meneer|sig|signora?)\.?`;

const START = String.raw`(?<![\p{L}\p{N}])`;

/** What stands before the name of a person: a greeting, a title, or both, and signs that open something. */
export const BEFORE_NAME = String.raw`${START}(?:(?:${GREETING})(?: there)?(?:[ ,]+${TITLE})?|${TITLE})[ ,]+(?:["'“„‘«(\[])?`;

/** Those that a name follows at once. A French "Bonjour !" has a blank before its mark, and "Thanks !" may end a text. */
const BEFORE_MARK = String.raw`hi|hiya|hello|hey|dear|guten (?:tag|morgen|abend)|hallo|liebe[rs]?|chère?|cher|hola|estimad[oa]s?|querid[oa]|prezad[oa]|car[oa]|gentile|egregio|olá|geachte|beste`;

/** Those that nobody ends a greeting with: "Bonjour Madame," is whole. */
const SHORT_TITLE = String.raw`(?:mr|mrs|ms|mx|dr|prof|herrn?|frau|sr|sra|srta|mme|mlle|sig)\.?`;

const BLANK = String.raw`[^\S\r\n]`;

/** What is written in place of a name, and is none: `-`, `?`, `.`. */
const SIGNS = String.raw`[\p{Pd}?.…*_/]`;

const EMPTY_GREETINGS = [
	`(?:${GREETING}|cher|querid[oa]|prezad[oa]|car[oa]|gentile|egregio)(?:${BLANK}+${TITLE})?${BLANK}+(?:${SIGNS}+${BLANK}*)?,`,
	`(?:${BEFORE_MARK})(?:${BLANK}+${TITLE})?${BLANK}+(?:\\p{Pd}+${BLANK}*)?!`,
	`(?:${GREETING})${BLANK}+${SHORT_TITLE}[,!]`,
].map((pattern) => new RegExp(START + pattern, 'iu'));

/** A title by itself, with a capital: "Mr. , your case is open". */
const EMPTY_TITLE = new RegExp(`${START}(?:${SHORT_TITLE})${BLANK}+(?:${SIGNS}+${BLANK}*)?,`, 'iu');

const hasCapital = (found: string): boolean => /^\p{Lu}/u.test(found);

/** A greeting or a title that goes to nobody, such as "Hi ," and "Dear Mr. ,", wherever the text was made; undefined where there is none. */
export function emptyGreetingIn(text: string): string | undefined {
	const [greeting] = EMPTY_GREETINGS.map((pattern) => pattern.exec(text)?.[0]).filter(Boolean);
	if (greeting !== undefined) return greeting;
	const title = EMPTY_TITLE.exec(text)?.[0];
	return title !== undefined && hasCapital(title) ? title : undefined;
}
