import { plainWords } from '../placeholder';
import { wordSet } from '../wordSet';

/** Words for "the field is empty". */
const EMPTY = wordSet('empty blank none nil nothing unset omit omitted skip skipped unspecified');

/** Words for "the field stays as it is". */
const STAYS = wordSet(
	'unchanged untouched unmodified same keep leave stay stays remain remains retain retained preserve preserved ' +
		'unverändert beibehalten inchangé inchangée invariato inalterado onveranderd oförändrad',
);

const NOT = wordSet('no not don t dont without sin sans sem senza keine ohne geen');

/** After a word for "no", they mean that no value was given: "not given", "no value". */
const TOLD = wordSet('applicable available entered given provided required set specified value');

/** After a word for "no", they mean that nothing is done: "no change", "do not update". */
const DONE = wordSet(
	'change changed changes edit modify modified needed overwrite touch touched update updated updates cambio cambios changement alterações modifiche änderung änderungen wijziging',
);

/** Words beside these without a meaning of their own. */
const BESIDE = wordSet(
	'a all an as be before current do existing field for is it its leave left now of old or original please present previous string text that the this to was with',
);

/** Among several words, they mean that it stays: "as is", "existing value". */
const AS_IT_IS = wordSet('as before current existing original previous');

/** `<existing notes>`, `[current value]` */
const STAYS_WITHIN =
	/^[<[{(](?:the )?(?:current|existing|keep|original|previous|same|unchanged)\b[^<>[\]]{0,50}[>\]})]$/i;

/** `""`: empty quotation marks. */
const QUOTED_NOTHING = /^["'`“”‘’\s]+$/;

/** `[]`, `{}`, which JSON may mean. */
const BRACKETED_NOTHING = /^[[{(<]\s*[\]})>]$/;

/** Longer texts are sentences that may be intended. */
const LONGEST = 60;

const within = (value: unknown): string[] =>
	typeof value === 'string' && value.length <= LONGEST ? plainWords(value).split(' ').filter(Boolean) : [];

const says = (words: string[], known: ReadonlySet<string>): boolean => words.some((word) => known.has(word));

const isOf = (words: string[], ...known: Array<ReadonlySet<string>>): boolean =>
	words.every((word) => known.some((each) => each.has(word)));

/**
 * Whether a model says in words that a field is empty, because it must fill in each argument: `empty`, "(not given)".
 */
export function isSaidToBeEmpty(value: unknown): boolean {
	const words = within(value);
	if (words.length === 0) return typeof value === 'string' && value.length <= LONGEST && QUOTED_NOTHING.test(value);
	return isOf(words, EMPTY, NOT, TOLD, BESIDE) && (says(words, EMPTY) || (says(words, NOT) && says(words, TOLD)));
}

/** Whether a model has written empty brackets. */
export const isEmptyBrackets = (value: unknown): boolean => typeof value === 'string' && BRACKETED_NOTHING.test(value);

/** Whether a model says that a field stays as it is: `unchanged`, "leave as is", "no change". */
export function isSaidToStay(value: unknown): boolean {
	const words = within(value);
	if (typeof value === 'string' && STAYS_WITHIN.test(value)) return true;
	if (words.length > 1 && says(words, AS_IT_IS) && isOf(words, AS_IT_IS, BESIDE, TOLD)) return true;
	return (
		isOf(words, EMPTY, STAYS, NOT, TOLD, DONE, BESIDE) &&
		(says(words, STAYS) || (says(words, NOT) && says(words, DONE)))
	);
}
