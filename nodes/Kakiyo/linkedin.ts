import { z } from 'zod';

import type { Meaning } from '../shared/values/columns';
import { withoutInvisible } from '../shared/values/invisible';
import { firstFew } from '../shared/values/ranges';
import { shown } from '../shared/values/shown';

/** Between two addresses in one cell. */
const SEPARATOR = /[\s;,|]+(?=https?:\/\/|(?:[a-z0-9-]+\.)*linkedin\.com\/|\/?in\/)/i;

/** What people and programs put around an address. */
const AROUND = /^[\s<>"'“”‘’()[\];,|]+|[\s<>"'“”‘’()[\];,|]+$/gu;

/** The ways in which LinkedIn writes the path of a profile: on the web, in e-mails, on phones, to people without account. */
const PROFILE =
	/^(?:(?:(?:https?:)?\/\/)?(?:[a-z0-9-]+\.)*linkedin\.com\/+(?:comm\/|m\/|mwlite\/(?:profile\/)?|public-profile\/)?|\/?)in\/+([^/?#\s]+)(?:[/?#]\S*)?$/i;

/** What LinkedIn allows in the name of a profile: letters of any script, digits, emoji, and few signs. */
const SLUG =
	/^(?=.*[\p{L}\p{N}\p{So}])[\p{L}\p{M}\p{N}\p{So}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Join_Control}\u{E0020}-\u{E007F}_.~-]+$/u;

/** The ID of a member, as Sales Navigator and scrapers give it: its capitals count. */
const MEMBER_ID = /^AC[a-z]AA[A-Za-z0-9_-]+$/;

/** Undoes percent-encoding, also where several programs have done it one after another. */
function decoded(text: string): string {
	try {
		const once = decodeURIComponent(text);
		return once === text ? text : decoded(once);
	} catch {
		return text;
	}
}

/** One spelling of letters that can be composed in two ways: macOS writes "é" as two characters. */
const composed = (text: string): string => text.normalize('NFC');

function canonicalSlug(slug: string): string {
	const plain = composed(withoutInvisible(decoded(slug)).trim());
	return MEMBER_ID.test(plain) ? plain : composed(plain.toLowerCase());
}

/** The addresses in a cell, as they were written. Whether they are any good is another question. */
export const addressesIn = (text: string): string[] =>
	withoutInvisible(text)
		.split(SEPARATOR)
		.map((part) => part.replace(AROUND, ''))
		.filter((part) => part !== '');

/** The slug of one address, in its canonical form. */
function slugOf(address: string): string | undefined {
	const raw = PROFILE.exec(address)?.[1] ?? PROFILE.exec(decoded(address))?.[1];
	const slug = raw === undefined ? '' : canonicalSlug(raw);
	return SLUG.test(slug) ? slug : undefined;
}

/**
 * A LinkedIn profile address in the one form that Kakiyo stores (apis/kakiyo.md 10): lower case, no `www.`, country
 * host, query or trailing slash. Accepts what people copy: with or without scheme, `fr.linkedin.com`, `in/name`. The
 * capitals of a member ID stay, as it leads to nobody without them.
 * @returns undefined when it is not the address of one profile
 */
export function normalizeProfileUrl(text: string): string | undefined {
	const slugs = new Set(addressesIn(text).map(slugOf));
	const [slug] = slugs;
	return slugs.size === 1 && slug !== undefined ? `https://linkedin.com/in/${encodeURIComponent(slug)}` : undefined;
}

/** What a column means if it holds a person's address, or several; a company's never stands for it. */
export const profilesMeant: Meaning = (value) => {
	const urls = typeof value === 'string' ? addressesIn(value).map(normalizeProfileUrl) : [];
	return urls.length > 0 && urls.every((url) => url !== undefined) ? [...new Set(urls)].sort().join(' ') : undefined;
};

/** What an address must be. */
const WANTED = 'the address of a LinkedIn profile such as https://www.linkedin.com/in/jane-doe (no company page, no Sales Navigator link)';

/** What is wrong with text that is not the address of one profile: what goes on after its field's name. */
export function whyNot(text: string): string {
	const addresses = addressesIn(text);
	return addresses.length > 1
		? `holds ${addresses.length} addresses (${firstFew(addresses.map((each) => `"${shown(each)}"`))}), but must hold one: give each person a row`
		: `is "${shown(text)}", but must be ${WANTED}`;
}

const address = z.string({ required_error: 'is missing', invalid_type_error: 'must be text' });

/** Reads and normalises a profile address. */
export const profileUrl = address.transform((text, context) => {
	const url = normalizeProfileUrl(text);
	if (url !== undefined) return url;
	context.addIssue({ code: z.ZodIssueCode.custom, message: whyNot(text) });
	return z.NEVER;
});

/** Reads and normalises the profile addresses of a cell: each of them is somebody, and nobody comes twice. */
export const profileUrls = address.transform((text, context) => {
	const parts = addressesIn(text);
	const urls = parts.map(normalizeProfileUrl).filter((url) => url !== undefined);
	if (parts.length > 0 && urls.length === parts.length) return [...new Set(urls)];
	const bad = parts.find((part) => normalizeProfileUrl(part) === undefined) ?? text;
	context.addIssue({ code: z.ZodIssueCode.custom, message: whyNot(bad) });
	return z.NEVER;
});

/** By what a vendor's answer about a profile is found, which may be in lower case as a whole. */
export const profileKey = (url: string): string | undefined => normalizeProfileUrl(url)?.toLowerCase();
