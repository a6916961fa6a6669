import { isExample } from '../../shared/values/exampleWords';
import { hasLostLetter } from '../../shared/values/lostLetters';
import { isPlaceholder } from '../../shared/values/placeholder';
import { ELLIPSIS, PROFILE_PATH, type Piece } from './text';

/** Why a piece of a cell is not the address of a profile. */
export type Flaw = 'around' | 'broken' | 'cutOff' | 'nobody' | 'none' | 'runTogether';

/** What LinkedIn allows in the name of a profile: letters of any script, digits, emoji, and few signs. */
const SLUG_SIGN = String.raw`[\p{L}\p{M}\p{N}\p{So}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Join_Control}\u{E0020}-\u{E007F}_.\-]`;

const PROFILE = new RegExp(String.raw`^(?:(?:https?:/*|//)?${PROFILE_PATH}|/?in/)/*\s*(${SLUG_SIGN}+)(.*)$`, 'isu');

const NAMES_SOMEBODY = /[\p{L}\p{N}\p{So}]/u;

/**
 * How the ID of a member begins, as Sales Navigator and scrapers give it (`ACoAA`, `ACwAA`, `AEMAA`): its capitals count. A name that was
 * typed in capitals as a whole is none.
 */
const MEMBER_ID = /^(?=.*[a-z])A[A-Z][A-Za-z0-9]AA[A-Za-z0-9_-]+$/;

/** Slugs that lead to the reader's own profile, or to that of anybody who cannot be shown. Those that show how one looks are somebody else's. */
const NOBODY = new Set(['me', 'not available', 'not found', 'unavailable']);

const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i;

/** Pages of a profile, and what may follow them. */
const PAGE = /^(?:contact-info|details?|edit|opportunities|overlay|recent-activity)$/i;
const WITHIN_PAGE = /^(?:[\w:-]|\([\w:,-]*\))+$/;

/** What may follow a path: a query with a value, the name of a part of the page. "jos?-garcia" has lost a letter. */
const QUERY_AND_PART = /^(?:\?(?:[a-z_&][\w.&[\]-]*=[^#]*)?)?(?:#(?:[a-z:/!].*)?)?$/isu;

const SIGNS_ONLY = /^[^\p{L}\p{N}]*$/u;

/** Whether what stands behind a slug is a way into the profile. */
function isKnownTail(path: string): boolean {
	const [before = '', ...segments] = path.split('/').map((segment) => segment.trim());
	const [first = '', ...others] = segments.filter((segment) => !SIGNS_ONLY.test(segment));
	const [page = '', ...within] = LANGUAGE.test(first) ? others : [first, ...others];
	return before === '' && (page === '' || (PAGE.test(page) && within.every((segment) => WITHIN_PAGE.test(segment))));
}

const lower = (text: string): string => text.toLowerCase().normalize('NFC');

function canonical(slug: string): string {
	const plain = slug.replace(/\.$/, '');
	return MEMBER_ID.test(plain) ? plain : lower(plain);
}

/** "ann-undefined" is left of a program. "dana-null" is a name. */
const MADE_OF_NOTHING = /(?<!\p{L})undefined(?!\p{L})|undefinedundefined/u;

function isNobody(slug: string, path: string): boolean {
	const words = slug.replace(/[-_.]+/g, ' ').trim();
	const isUnknown = words.split(' ').every((word) => word === 'unknown' || isPlaceholder(word));
	return (
		isUnknown ||
		isExample(words) ||
		NOBODY.has(words) ||
		MADE_OF_NOTHING.test(slug) ||
		[words, slug, `${slug}${path}`.replace(/(?<!\/)\/+$/, '')].some(isPlaceholder)
	);
}

/** The slug of an address in its canonical form, or what is wrong with it. */
export function readSlug({ text, isFollowed }: Piece): { slug: string } | { flaw: Flaw } {
	const [, raw, rest = ''] = PROFILE.exec(text) ?? [];
	if (raw === undefined) return { flaw: 'none' };
	const [path = ''] = rest.split(/[?#]/, 1);
	const slug = canonical(raw);
	if (hasLostLetter(text)) return { flaw: 'broken' };
	if (ELLIPSIS.test(raw + path)) return { flaw: 'cutOff' };
	if (isNobody(slug, path)) return { flaw: 'nobody' };
	if (!NAMES_SOMEBODY.test(slug)) return { flaw: 'none' };
	if (path.startsWith('%23') || !QUERY_AND_PART.test(rest.slice(path.length))) return { flaw: 'broken' };
	if (isFollowed && rest === '' && !/[\p{L}\p{N}]$/u.test(raw)) return { flaw: 'runTogether' };
	if (isKnownTail(path) || (isFollowed && SIGNS_ONLY.test(path))) return { slug };
	return { flaw: path.trimStart().startsWith('/') ? 'around' : 'none' };
}
