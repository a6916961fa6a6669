import { z } from 'zod';

import type { Meaning } from '../../shared/values/columns';
import { firstFew } from '../../shared/values/ranges';
import { invalidInput } from '../../shared/contract/failure';
import { readTexts } from '../../shared/values/reading/list';
import type { Reader } from '../../shared/values/reading/reading';
import { shown } from '../../shared/values/shown';
import { readSlug, type Flaw } from './slug';
import { isLikeAddress, piecesIn } from './text';

/** The one form that Kakiyo stores (docs/vendors/kakiyo.md#do-not-contact): lower case, no `www.`, country host, query or trailing slash. */
const urlOf = (slug: string): string => `https://linkedin.com/in/${encodeURIComponent(slug)}`;

/** What is wrong with a cell: of a part of it, or of the whole. */
interface Fault {
	text: unknown;
	flaw: Flaw;
}

/** The profiles in a cell, each once; or what is wrong with the first part of it that is none. */
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
 * A LinkedIn profile address in its one form. Accepts what people copy: with or without scheme, `fr.linkedin.com`, `in/name`. The
 * capitals of a member ID stay, as it leads to nobody without them.
 * @returns undefined when it is not the address of one profile
 */
export function normalizeProfileUrl(value: unknown): string | undefined {
	const read = profilesIn(value);
	return 'urls' in read && read.urls.length === 1 ? read.urls[0] : undefined;
}

/** What a column means if it holds a person's address, or several; a company's never stands for it. */
export const profilesMeant: Meaning = (value) => {
	const read = profilesIn(value);
	return 'urls' in read ? read.urls.sort().join(' ') : undefined;
};

/** What an address must be. */
const WANTED =
	'the address of a LinkedIn profile such as https://www.linkedin.com/in/firstname-lastname (no company page, no Sales Navigator link)';

const FLAWS: Readonly<Record<Flaw, string>> = {
	around: 'which has something around the address: enter the address alone',
	broken: 'in which a letter has been lost or has become "?" or "#": copy the address from the profile',
	cutOff: 'which is cut off: enter the whole address',
	nobody: 'which is the address of nobody: enter that of the person’s own profile',
	none: `but must be ${WANTED}`,
	runTogether: 'in which two addresses run together: put a blank between them',
};

const inWords = ({ text, flaw }: Fault): string => `is "${shown(text)}", ${FLAWS[flaw]}`;

/** What is wrong with a cell that must hold the address of one profile: what goes on after its field's name. */
function whyNotOne(value: unknown): string {
	const addresses = piecesIn(value).filter(isLikeAddress);
	if (addresses.length > 1) {
		return `holds ${addresses.length} addresses (${firstFew(addresses.map(({ text }) => `"${shown(text)}"`))}), but must hold one: give each person a row`;
	}
	const read = profilesIn(value);
	return inWords('fault' in read ? { ...read.fault, text: value } : { text: value, flaw: 'none' });
}

const missing = (value: unknown): string | undefined => (value === undefined ? 'is missing' : undefined);

/** Reads and normalises a profile address. */
export const profileUrl = z.unknown().transform((value, context): string => {
	const url = normalizeProfileUrl(value);
	if (url !== undefined) return url;
	context.addIssue({ code: z.ZodIssueCode.custom, message: missing(value) ?? whyNotOne(value) });
	return z.NEVER;
});

/** Reads and normalises the profile addresses of a cell: each of them is somebody, and nobody comes twice. */
export const profileUrls = z.unknown().transform((value, context): string[] => {
	const read = profilesIn(value);
	if ('urls' in read) return read.urls;
	context.addIssue({ code: z.ZodIssueCode.custom, message: missing(value) ?? inWords(read.fault) });
	return z.NEVER;
});

/** By what a vendor's answer about a profile is found, which may be in lower case as a whole. */
export const profileKey = (url: string): string | undefined => normalizeProfileUrl(url)?.toLowerCase();

/** The profiles of every manual, which are somebody's. A model that knows none writes them down; in a workflow, they may be meant. */
const OF_MANUALS = /\/in\/(?:(?:jane|john)[-_.]?doe|max-?mustermann)(?:-?12[345]\d*)?$/;

/** The addresses of a cell as they were written. */
export const readProfiles: Reader<string | string[]> = (value, reading) => {
	if (reading.isTool !== true || !OF_MANUALS.test(normalizeProfileUrl(value) ?? '')) return readTexts(value, reading);
	throw invalidInput(
		`"${reading.label}" is "${shown(value)}", which only shows how an address looks`,
		'Enter that of the person’s own profile. Ask the user where you do not know it.',
	);
};
