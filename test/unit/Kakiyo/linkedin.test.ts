import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalizeProfileUrl, profileUrl, profileUrls } from '../../../nodes/Kakiyo/linkedin';

const JANE = 'https://linkedin.com/in/jane-doe';

describe('the address of a LinkedIn profile', () => {
	it.each([
		'https://www.linkedin.com/in/jane-doe',
		'https://www.linkedin.com/in/jane-doe/',
		'http://linkedin.com/in/jane-doe',
		'HTTPS://WWW.LinkedIn.com/in/Jane-Doe',
		'https://fr.linkedin.com/in/jane-doe/en',
		'www.linkedin.com/in/jane-doe?trk=people',
		'linkedin.com/in/jane-doe#about',
		'https://m.linkedin.com/in/jane-doe/details/experience/',
		'in/jane-doe',
		'/in/jane-doe/',
		'  in/jane-doe\n',
		JANE,
		'https://www.linkedin.com/comm/in/jane-doe?midToken=AQEx&trk=eml-email_x',
		'https://www.linkedin.com/mwlite/in/jane-doe',
		'https://www.linkedin.com/mwlite/profile/in/jane-doe',
		'https://www.linkedin.com/public-profile/in/jane-doe?challengeId=x',
		'https://touch.www.linkedin.com/in/jane-doe',
		'//www.linkedin.com/in/jane-doe',
		'https://www.linkedin.com//in/jane-doe',
		'<https://www.linkedin.com/in/jane-doe>;',
		'"https://www.linkedin.com/in/jane-doe"',
		'https%3A%2F%2Fwww.linkedin.com%2Fin%2Fjane-doe%3Ftrk%3Dx',
		'https://www.linkedin.com/in/jane-doe%20',
		'https://www.linkedin.com/in/jane-doe\u200b',
		'\u200ehttps://www.linkedin.com/in/jane-doe\u202c',
		'\ufeffhttps://www.linkedin.com/in/jane\u00ad-doe%E2%80%8B\r',
		'https://www.linkedin.com/in/jane-doe\nhttps://linkedin.com/in/Jane-Doe/',
		'https://www.linkedin.com/in/jane-doe?next=https://www.linkedin.com/in/john-roe',
	])('%j has one form', (entered) => {
		expect(normalizeProfileUrl(entered)).toBe(JANE);
	});

	it('is the same whether its letters are encoded or not', () => {
		expect(normalizeProfileUrl('https://www.linkedin.com/in/zoë-łuk')).toBe(
			normalizeProfileUrl('https://www.linkedin.com/in/ZO%C3%8B-%C5%82uk/'),
		);
	});

	it('is the same on every system, however often it was encoded', () => {
		const jose = 'https://linkedin.com/in/jos%C3%A9-example';
		for (const slug of ['josé-example', 'jose\u0301-example', 'JOS\u00c9-example', 'jos%C3%A9-example', 'jose%CC%81-example', 'jos%25C3%25A9-example', 'jos%2525C3%2525A9-example']) {
			expect(normalizeProfileUrl(`https://www.linkedin.com/in/${slug}`)).toBe(jose);
		}
	});

	it.each(['ACoAAB3kXyzABcDeFGh1jklMNopQRstuVWxYz0', 'ACwAAB3kXyzABcDe', 'ACwAAAB_x-Y'])('keeps the capitals of the member ID %s', (id) => {
		expect(normalizeProfileUrl(`https://www.linkedin.com/in/${id}/`)).toBe(`https://linkedin.com/in/${id}`);
	});

	it.each(['ann-👩🏽‍💻', 'bob-🚀', '👨‍👩‍👧-cho', '🏴󠁧󠁢󠁥󠁮󠁧󠁿-dee', 'eve-❤️‍🔥', 'fay-1️⃣', '山田-太郎', 'علی\u200cرضا', 'i\u0307smail'])('keeps what belongs to the name: %s', (slug) => {
		expect(normalizeProfileUrl(`https://www.linkedin.com/in/${slug}`)).toBe(`https://linkedin.com/in/${encodeURIComponent(slug)}`);
	});

	it('of a Turkish capital is as LinkedIn writes it', () => {
		expect(normalizeProfileUrl('https://www.linkedin.com/in/%C4%B0smail')).toBe('https://linkedin.com/in/i%CC%87smail');
	});

	it('is the same in all spellings of one name', () => {
		const letters = fc.array(fc.constantFrom('a', 'é', 'ß', 'Ł', 'ñ', 'ệ', 'İ', '山', '-', '7', '🚀'), { minLength: 1, maxLength: 8 }).map((parts) => `x${parts.join('')}`);
		const spelling = fc.constantFrom<(slug: string) => string>(
			(slug) => slug.normalize('NFD'),
			(slug) => encodeURIComponent(slug),
			(slug) => encodeURIComponent(encodeURIComponent(slug.normalize('NFD'))),
			(slug) => `\u200b${slug}\u200e`,
			(slug) => `${slug}/?locale=de`,
		);
		fc.assert(
			fc.property(letters, spelling, (slug, spelled) => {
				const form = normalizeProfileUrl(`https://www.linkedin.com/in/${slug}`);
				expect(form).toBeDefined();
				expect(normalizeProfileUrl(`https://de.linkedin.com/comm/in/${spelled(slug)}`)).toBe(form);
			}),
		);
	});

	it.each([
		'',
		'jane-doe',
		'https://www.linkedin.com/',
		'https://www.linkedin.com/in/',
		'https://www.linkedin.com/company/acme',
		'https://www.linkedin.com/sales/lead/ACwAA',
		'https://www.linkedin.com/pub/jane/1/2/3',
		'https://evil.test/linkedin.com/in/jane-doe',
		'https://evil.test/?u=https://linkedin.com/in/jane-doe',
		'https://evil-linkedin.com/in/jane-doe',
		'https://linkedin.com.evil.test/in/jane-doe',
		'https://linkedin.com@evil.test/in/jane-doe',
		'https://user@linkedin.com/in/jane-doe',
		'https://linkedin.evil.test/in/jane-doe',
		'https://linkedinXcom/in/jane-doe',
		'https://linkedin.com:8443/in/jane-doe',
		'ftp://linkedin.com/in/jane-doe',
		'javascript:linkedin.com/in/jane-doe',
		'see https://linkedin.com/in/jane-doe',
		'https://evil.test/in/jane-doe',
		'https://lnkd.in/eXamPle1',
		'https://www.linkedin.com/in/jos%E9-example',
		'https://www.linkedin.com/in/jane%2Fdoe',
		'https://www.linkedin.com/in/jane-doe/ (CFO)',
		'https%3A%2F%2Fevil.test%2Fin%2Fjane-doe',
	])('is not %j', (entered) => {
		expect(normalizeProfileUrl(entered)).toBeUndefined();
	});

	const slug = fc.oneof(
		fc.string({ unit: 'binary', minLength: 1 }),
		fc.array(fc.constantFrom('%', '%25', '%2F', '%zz', 'É', 'İ', 'Σ', 'a', '+', '.', "'"), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
	);
	const prefix = fc.constantFrom('https://www.linkedin.com/in/', 'in/', 'linkedin.com/in/', '');

	it('does not change when it is brought into its form again', () => {
		fc.assert(
			fc.property(prefix, slug, (start, name) => {
				const once = normalizeProfileUrl(start + name);
				fc.pre(once !== undefined);
				expect(normalizeProfileUrl(once ?? '')).toBe(once);
			}),
			{ numRuns: 500 },
		);
	});

	it('always leads to LinkedIn, and to one person', () => {
		fc.assert(
			fc.property(prefix, slug, (start, name) => {
				const once = normalizeProfileUrl(start + name);
				fc.pre(once !== undefined);
				const { host, pathname, search, hash } = new URL(once ?? '');
				expect([host, search, hash]).toEqual(['linkedin.com', '', '']);
				expect(pathname).toMatch(/^\/in\/[^/]+$/);
			}),
		);
	});

	it('is checked in a row, with a remedy', () => {
		expect(profileUrl.parse('in/jane-doe')).toBe(JANE);
		const { error } = profileUrl.safeParse('https://www.linkedin.com/company/acme');
		expect(error?.issues[0]?.message).toContain('company/acme');
		expect(profileUrl.safeParse(5).success).toBe(false);
	});
});

const JOHN = 'https://linkedin.com/in/john-roe';

describe('a cell with two addresses', () => {
	it.each(['; ', ';', ', ', ' | ', '\n', '\r\n', '\t', ' '])('is not one person, but two on a list of people (%j)', (separator) => {
		const cell = ['https://www.linkedin.com/in/jane-doe/', 'https://www.linkedin.com/in/john-roe/'].join(separator);
		expect(profileUrl.safeParse(cell).error?.issues[0]?.message).toContain('holds 2 addresses');
		expect(profileUrls.parse(cell)).toEqual([JANE, JOHN]);
	});

	it('is one person where both are the same', () => {
		expect(profileUrls.parse('in/jane-doe, www.linkedin.com/in/Jane-Doe')).toEqual([JANE]);
	});

	it('is refused on a list of people where one of them is nobody', () => {
		const message = (cell: string) => profileUrls.safeParse(cell).error?.issues[0]?.message;
		expect(message('https://linkedin.com/in/jane-doe; https://linkedin.com/company/acme')).toContain('is "https://linkedin.com/company/acme"');
		expect(message('https://linkedin.com/in/jane-doe; https://acme.test')).toContain('is "https://acme.test"');
		expect(message('')).toContain('is ""');
	});
});

describe('text that only looks like an address', () => {
	it.each(['in/.', 'https://www.linkedin.com/in/..', 'in/%2e%2e'])('%j is nobody', (entered) => {
		expect(normalizeProfileUrl(entered)).toBeUndefined();
	});

	it.each(['https://www.linkedin.com/in/jane doe', 'in/jane-doe, in/john-roe', 'in/touch with the customer'])(
		'%j is not cut down to somebody else',
		(entered) => {
			expect(normalizeProfileUrl(entered)).toBeUndefined();
		},
	);

	it('half a character is no address, instead of an error of the engine', () => {
		expect(normalizeProfileUrl('in/\ud800')).toBeUndefined();
	});
});
