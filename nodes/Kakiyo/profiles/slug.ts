import { isExample } from '../../shared/values/exampleWords';
import { hasLostLetter } from '../../shared/values/lostLetters';
import { isPlaceholder } from '../../shared/values/placeholder';
import { ELLIPSIS, PROFILE_PATH, type Piece } from './text';

/** Why a piece of a cell is not a profile address. */
export type Flaw = 'around' | 'broken' | 'cutOff' | 'nobody' | 'none' | 'runTogether';

/** LinkedIn allows these in a slug: letters of any script, digits, emoji, and a few signs. */
const SLUG_SIGN = String.raw`[\p{L}\p{M}\p{N}\p{So}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Join_Control}\u{E0020}-\u{E007F}_.\-]`;

const PROFILE = new RegExp(String.raw`^(?:(?:https?:/*|//)?${PROFILE_PATH}|/?in/)/*\s*(${SLUG_SIGN}+)(.*)$`, 'isu');

const NAMES_SOMEBODY = /[\p{L}\p{N}\p{So}]/u;

/**
 * A member ID, as Sales Navigator and scrapers export it (`ACoAA`, `ACwAA`, `AEMAA`): case-sensitive. A name in
 * capitals only is not a member ID.
 */
const MEMBER_ID = /^(?=.*[a-z])A[A-Z][A-Za-z0-9]AA[A-Za-z0-9_-]+$/;

/** Slugs of the reader's own profile or of hidden people. `isExample` knows those of manuals. */
const NOBODY = new Set(['me', 'not available', 'not found', 'unavailable']);

const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i;

/** Pages of a profile, and path segments below them. */
const PAGE = /^(?:contact-info|details?|edit|opportunities|overlay|recent-activity)$/i;
const WITHIN_PAGE = /^(?:[\w:-]|\([\w:,-]*\))+$/;

/** A query with a value, or a fragment, may follow a path. "jos?-garcia" has lost a letter. */
const QUERY_AND_PART = /^(?:\?(?:[a-z_&][\w.&[\]-]*=[^#]*)?)?(?:#(?:[a-z:/!].*)?)?$/isu;

const SIGNS_ONLY = /^[^\p{L}\p{N}]*$/u;

/** Whether the path after a slug is a known page of the profile. */
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

/** A program wrote "ann-undefined". "dana-null" is a real name. */
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

/** The canonical slug of an address, or its flaw. */
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
