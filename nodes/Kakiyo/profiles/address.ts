import { z } from 'zod';

import type { Meaning } from '../../shared/values/columns';
import { firstFew } from '../../shared/values/ranges';
import { invalidInput } from '../../shared/contract/failure';
import { readTexts } from '../../shared/values/reading/list';
import type { Reader } from '../../shared/values/reading/reading';
import { shown } from '../../shared/values/shown';
import { readSlug, type Flaw } from './slug';
import { isLikeAddress, piecesIn } from './text';

/**
 * The one form that Kakiyo stores (docs/vendors/kakiyo.md#do-not-contact): lower case, no `www.`, country host, query or trailing
 * slash.
 */
const urlOf = (slug: string): string => `https://linkedin.com/in/${encodeURIComponent(slug)}`;

/** The flaw of a cell, or of a part of it. */
interface Fault {
	text: unknown;
	flaw: Flaw;
}

/** The profiles in a cell, without repeats; or the flaw of the first part that is not a profile. */
function profilesIn(value: unknown): { urls: string[] } | { fault: Fault } {
	const pieces = piecesIn(value);
	const urls = new Set<string>();
	for (const piece of pieces) {
		const read = readSlug(piece);
		if ('slug' in read) urls.add(urlOf(read.slug));
		else if (pieces.length === 1) return { fault: { text: value, flaw: read.flaw } };
		else if (isLikeAddress(piece)) return { fault: { text: piece.text, flaw: read.flaw } };
		else return { fault: { text: value, flaw: pieces.some(isLikeAddress) ? 'around' : 'none' } };
	}
	return urls.size > 0 ? { urls: [...urls] } : { fault: { text: value, flaw: 'none' } };
}

/**
 * Normalizes a LinkedIn profile address. Accepts what people copy: with or without scheme, `fr.linkedin.com`, `in/name`. A member ID
 * keeps its capitals: it is case-sensitive.
 * @returns undefined if it is not the address of exactly one profile
 */
export function normalizeProfileUrl(value: unknown): string | undefined {
	const read = profilesIn(value);
	return 'urls' in read && read.urls.length === 1 ? read.urls[0] : undefined;
}

/** The meaning of a column with one or more profile addresses. A company page has no meaning here. */
export const profilesMeant: Meaning = (value) => {
	const read = profilesIn(value);
	return 'urls' in read ? read.urls.sort().join(' ') : undefined;
};

const HINTS: Readonly<Record<Flaw, string>> = {
	around: 'enter the address without other text',
	broken: 'a letter is lost, or became "?" or "#". Copy the address from the profile',
	cutOff: 'it is cut off. Enter the full address',
	nobody: 'it belongs to no person. Enter the address of the person’s own profile',
	none: 'enter one such as https://www.linkedin.com/in/firstname-lastname, no company page, no Sales Navigator link',
	runTogether: 'two addresses run together. Put a space between them',
};

const inWords = ({ text, flaw }: Fault): string =>
	`must be a LinkedIn profile address (got "${shown(text)}"): ${HINTS[flaw]}`;

/** The rest of the error text, after the name of the field, for a cell that must have one profile. */
function whyNotOne(value: unknown): string {
	const addresses = piecesIn(value).filter(isLikeAddress);
	if (addresses.length > 1) {
		return `must be one address (got ${addresses.length}: ${firstFew(addresses.map(({ text }) => `"${shown(text)}"`))}): give each person a row`;
	}
	const read = profilesIn(value);
	return inWords('fault' in read ? { ...read.fault, text: value } : { text: value, flaw: 'none' });
}

const missing = (value: unknown): string | undefined => (value === undefined ? 'is missing' : undefined);

/** Schema: a normalized profile address. */
export const profileUrl = z.unknown().transform((value, context): string => {
	const url = normalizeProfileUrl(value);
	if (url !== undefined) return url;
	context.addIssue({ code: z.ZodIssueCode.custom, message: missing(value) ?? whyNotOne(value) });
	return z.NEVER;
});

/** Schema: the normalized profile addresses of a cell, without repeats. */
export const profileUrls = z.unknown().transform((value, context): string[] => {
	const read = profilesIn(value);
	if ('urls' in read) return read.urls;
	context.addIssue({ code: z.ZodIssueCode.custom, message: missing(value) ?? inWords(read.fault) });
	return z.NEVER;
});

/** Key to match a profile in Kakiyo's answers: they may be all in lower case. */
export const profileKey = (url: string): string | undefined => normalizeProfileUrl(url)?.toLowerCase();

/** Example profiles of manuals. They exist, so a workflow may mean them; a model makes them up when it knows no address. */
const OF_MANUALS = /\/in\/(?:(?:jane|john)[-_.]?doe|max-?mustermann)(?:-?12[345]\d*)?$/;

/** The addresses of a cell, as written. */
export const readProfiles: Reader<string | string[]> = (value, reading) => {
	if (reading.isTool !== true || !OF_MANUALS.test(normalizeProfileUrl(value) ?? '')) return readTexts(value, reading);
	throw invalidInput(
		`"${reading.label}" must be a real address (got the example "${shown(value)}")`,
		'Enter the address of the person’s own profile. If you do not know it, ask the user.',
	);
};
