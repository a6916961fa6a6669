import parse from 'libphonenumber-js/max';

/**
 * Whether a telephone can have this number, in E.164: no trunk zero after the country code, and in a range that its
 * country uses.
 */
export function isTelephoneNumber(number: string): boolean {
	const parsed = parse(number);
	return parsed?.number === number && parsed.isValid();
}
