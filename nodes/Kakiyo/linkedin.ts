import { z } from 'zod';

const PROFILE = /^(?:(?:https?:\/\/)?(?:[a-z0-9-]+\.)?linkedin\.com\/|\/?)in\/([^/?#]+)(?:[/?#].*)?$/i;

/** What LinkedIn allows in the name of a profile: letters of any script, digits, and few signs. */
const SLUG = /^[\p{L}\p{M}\p{N}\p{So}_.~%-]*[\p{L}\p{N}\p{So}][\p{L}\p{M}\p{N}\p{So}_.~%-]*$/u;

function decoded(slug: string): string {
	try {
		return decodeURIComponent(slug);
	} catch {
		return slug;
	}
}

/**
 * A LinkedIn profile address in the one form that Kakiyo stores (apis/kakiyo.md 10): lower case, no `www.`, country
 * host, query or trailing slash. Accepts what people copy: with or without scheme, `fr.linkedin.com`, `in/name`.
 * @returns undefined when it is no address of a profile
 */
export function normalizeProfileUrl(text: string): string | undefined {
	const slug = decoded(PROFILE.exec(text.trim())?.[1] ?? '').toLowerCase();
	return SLUG.test(slug) ? `https://linkedin.com/in/${encodeURIComponent(slug)}` : undefined;
}

/** Reads and normalises a profile address. */
export const profileUrl = z
	.string({ required_error: 'is missing', invalid_type_error: 'must be text' })
	.transform((text, context) => {
		const url = normalizeProfileUrl(text);
		if (url !== undefined) return url;
		context.addIssue({
			code: z.ZodIssueCode.custom,
			message: `is "${text.slice(0, 80)}", but must be the address of a LinkedIn profile such as https://www.linkedin.com/in/jane-doe (no company page, no Sales Navigator link)`,
		});
		return z.NEVER;
	});
