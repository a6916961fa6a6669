/** A single address: the members have the format `uri`, which has no blanks. */
const profileUrl = /^(?:https?:\/\/)?(?:[a-z]{2,3}\.)?linkedin\.com\/in\/([^/?#\s]+)(?:[/?#]\S*)?$/i;
const shortForm = /^in\/([^/?#\s]+)(?:[/?#]\S*)?$/i;

/** The profile's slug in lower case; `undefined` when the URL is not a `linkedin.com/in/` one. */
export function linkedinSlug(url: string): string | undefined {
	return profileUrl.exec(url)?.[1]?.toLowerCase();
}

/** Like `linkedinSlug`, but takes the DNC list's short form `in/x` too. */
export function dncSlug(url: string): string | undefined {
	return linkedinSlug(url) ?? shortForm.exec(url)?.[1]?.toLowerCase();
}

/** The one spelling in which a profile is stored. */
export function normalisedUrl(slug: string): string {
	return `https://linkedin.com/in/${slug}`;
}
