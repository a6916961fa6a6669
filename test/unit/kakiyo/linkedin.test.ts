import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalizeProfileUrl, profileUrl, profileUrls } from '../../../nodes/Kakiyo/profiles/address';

const messageOf = (schema: typeof profileUrl | typeof profileUrls, value: unknown) =>
	schema.safeParse(value).error?.issues[0]?.message;

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
		'https%253A%252F%252Fwww.linkedin.com%252Fin%252Fjane-doe',
		'https:\\/\\/www.linkedin.com\\/in\\/jane-doe',
		'https://www.linkedin.com/in/jane-doe%3Ftrk%3Dabc',
		'https://www.linkedin.com/in/jane-doe%2F',
		'https://www.linkedin.com/in/jane-doe%2Fde%3Ftrk=x',
		'https://www.linkedin.com/in/jane-doe%23',
		'https:www.linkedin.com/in/jane-doe',
		'https:/www.linkedin.com/in/jane-doe',
		'https://www.linkedin.com/in/jane-doe?&trk=x',
		'https://www.linkedin.com/in/jane-doe?',
		'https://www.linkedin.com/in/jane-doe#:~:text=Engineer',
		'https://www.linkedin.com/in/jane-doe?keywords=ann%20example&x=%E9',
		'https://www.linkedin.com/in/jane-doe/?lipi=urn%3Ali%3Apage%3Ad_flagship3;a,b%3B%3D%3D',
		'https://www.linkedin.com/in/jane-doe?original_referer=https%3A%2F%2Fwww.google.com%2F',
		'https://www.linkedin.com/in/jane-doe?session_redirect=https%3A%2F%2Fwww.linkedin.com%2Fin%2FJane-Doe%2F',
		'https://www.linkedin.com/en/in/jane-doe',
		'https://www.linkedin.com/en-us/in/jane-doe',
		'https://www.linkedin.com/comm/mwlite/in/jane-doe',
		'https://www.linkedin.com:443/in/jane-doe',
		'https://www.linkedin.com./in/jane-doe',
		'https://www.linkedin.com/in/jane-doe/zh_TW/',
		'https://www.linkedin.com/in/jane-doe/overlay/contact-info/',
		'https://www.linkedin.com/in/jane-doe/overlay/urn:li:fsd_profilePosition:(ACoAAB3,12)/treasury',
		'https://www.linkedin.com/in/jane-doe/recent-activity/all/',
		'https://www.linkedin.com/in/jane-doe.',
		'https://www.linkedin.com/in/jane-doe./',
		'(https://www.linkedin.com/in/jane-doe).',
		'https://www.linkedin.com/in/jane-doe,',
		'https://www.linkedin.com/in/jane-doe)',
		'- https://www.linkedin.com/in/jane-doe',
		'["https://www.linkedin.com/in/jane-doe"]',
		'\ufeffhttps://www.linkedin.com/in/jane\u00ad-doe%E2%80%8B\r',
		'https://www.linkedin.com/in/jane-doe\nhttps://linkedin.com/in/Jane-Doe/',
	])('%j has one form', (entered) => {
		expect(normalizeProfileUrl(entered)).toBe(JANE);
	});

	it('is the same whether its letters are encoded or not', () => {
		expect(normalizeProfileUrl('https://www.linkedin.com/in/zoë-łuk')).toBe(
			normalizeProfileUrl('https://www.linkedin.com/in/ZO%C3%8B-%C5%82uk/'),
		);
	});

	it('is the same on every system, even if it was encoded several times', () => {
		const jose = 'https://linkedin.com/in/jos%C3%A9-example';
		for (const slug of [
			'josé-example',
			'jose\u0301-example',
			'JOS\u00c9-example',
			'jos%C3%A9-example',
			'jose%CC%81-example',
			'jos%25C3%25A9-example',
			'jos%2525C3%2525A9-example',
		]) {
			expect(normalizeProfileUrl(`https://www.linkedin.com/in/${slug}`)).toBe(jose);
		}
	});

	it.each([
		'ACoAAB3kXyzABcDeFGh1jklMNopQRstuVWxYz0',
		'ACwAAB3kXyzABcDe',
		'ACwAAAB_x-Y',
		'AEMAAB3kXyzABcDe',
		'ADEAAAAx_-yQ',
		'AC4AAB3kXyz',
	])('keeps the capitals of the member ID %s', (id) => {
		expect(normalizeProfileUrl(`https://www.linkedin.com/in/${id}/`)).toBe(`https://linkedin.com/in/${id}`);
	});

	it.each(['ALIAAHMED', 'AEMAA-SMITH', 'AnnAAron', 'Aemaa1bC', 'ACoA'])(
		'is not a member ID only because of some capitals: %s',
		(name) => {
			expect(normalizeProfileUrl(`https://www.linkedin.com/in/${name}`)).toBe(
				`https://linkedin.com/in/${name.toLowerCase()}`,
			);
		},
	);

	it.each(['ann-👩🏽‍💻', 'bob-🚀', '👨‍👩‍👧-cho', '🏴󠁧󠁢󠁥󠁮󠁧󠁿-dee', '山田-太郎', 'علی\u200cرضا', 'i\u0307smail'])(
		'keeps what belongs to the name: %s',
		(slug) => {
			expect(normalizeProfileUrl(`https://www.linkedin.com/in/${slug}`)).toBe(
				`https://linkedin.com/in/${encodeURIComponent(slug)}`,
			);
		},
	);

	it.each([
		['ann-❤️', 'ann-❤'],
		['eve-❤️\u200d🔥', 'eve-❤\u200d🔥'],
		['fay-1️⃣', 'fay-1⃣'],
		['guy-®\ufe0e', 'guy-®'],
	])('is the same whether an emoji of it is in colour or not: %s', (chosen, plain) => {
		const form = `https://linkedin.com/in/${encodeURIComponent(plain)}`;
		for (const slug of [chosen, plain, encodeURIComponent(chosen)])
			expect(normalizeProfileUrl(`https://www.linkedin.com/in/${slug}/`)).toBe(form);
	});

	it('of a Turkish capital is as LinkedIn writes it', () => {
		expect(normalizeProfileUrl('https://www.linkedin.com/in/%C4%B0smail')).toBe('https://linkedin.com/in/i%CC%87smail');
	});

	it('is the same in all spellings of one name', () => {
		const letters = fc
			.array(fc.constantFrom('a', 'é', 'ß', 'Ł', 'ñ', 'ệ', 'İ', '山', '-', '7', '🚀'), { minLength: 1, maxLength: 8 })
			.map((parts) => `x${parts.join('')}`);
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
		'https://www.linkedin.com/in/jane-doe/roe',
		'https://www.linkedin.com/in/jane-doe/,roe',
		'https://www.linkedin.com/in/jane-doe/;john-roe',
		'https://www.linkedin.com/in/jane-doe/details/,roe',
		'https://www.linkedin.com/in/jane-doe~',
		'[Jane](https://www.linkedin.com/in/jane-doe)',
		'{"url":"https://www.linkedin.com/in/jane-doe"}',
	])('is not %j', (entered) => {
		expect(normalizeProfileUrl(entered)).toBeUndefined();
	});

	const slug = fc.oneof(
		fc.string({ unit: 'binary', minLength: 1 }),
		fc
			.array(fc.constantFrom('%', '%25', '%2F', '%zz', 'É', 'İ', 'Σ', 'a', '+', '.', "'"), {
				minLength: 1,
				maxLength: 6,
			})
			.map((parts) => parts.join('')),
	);
	const prefix = fc.constantFrom('https://www.linkedin.com/in/', 'in/', 'linkedin.com/in/', '');

	it('does not change when it is normalised again', () => {
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
		expect(messageOf(profileUrl, 5)).toMatch(/^must be a LinkedIn profile address \(got "5"\)/);
		expect(messageOf(profileUrl, undefined)).toBe('is missing');
	});
});

const JOHN = 'https://linkedin.com/in/john-roe';

describe('a cell with two addresses', () => {
	const www = ['https://www.linkedin.com/in/jane-doe/', 'https://www.linkedin.com/in/john-roe'];

	it.each([
		'; ',
		';',
		', ',
		' | ',
		'\n',
		'\r\n',
		'\t',
		' ',
		'',
		'&',
		'-',
		'+',
		'_',
		'•',
		' • ',
		'、',
		'，',
		'；',
		':',
		':::',
		' :: ',
		' / ',
		'"',
		'","',
		'\u200b',
		'\u2028',
		'\\n',
		'\\r\\n',
		'<br>',
		'<br />',
		'</p><p>',
		'%0A',
		'%2C',
		'🚀',
		' -\t',
	])('is not one person, but two on a list of people (%j)', (separator) => {
		const cell = www.join(separator);
		expect(messageOf(profileUrl, cell)).toContain('must be one address (got 2');
		expect(profileUrls.parse(cell)).toEqual([JANE, JOHN]);
	});

	it.each<[string, unknown]>([
		['JSON', JSON.stringify(www)],
		['JSON with blanks', JSON.stringify(www, null, 2)],
		['a list of another language', `['${www.join("', '")}']`],
		['a list', www],
		['a list of lists', [[www[0]], [www[1], null, 'N/A']]],
		['a query', `${www[0]}?trk=x&${www[1]}`],
		['an encoded query', `${www[0]}?next=${encodeURIComponent(`${www[1]}`)}`],
		['a query twice encoded', `${www[0]}?next=${encodeURIComponent(encodeURIComponent(`${www[1]}`))}`],
		['a query without scheme', `${www[0]}#www.linkedin.com/in/john-roe`],
		['a query without host', `${www[0]}?session_redirect=%2Fin%2Fjohn-roe`],
		['short forms', 'in/jane-doe;in/john-roe'],
		['without scheme', 'www.linkedin.com/in/jane-doe/www.linkedin.com/in/john-roe'],
		['without a slash between', 'https://www.linkedin.com/in/jane-doehttps://www.linkedin.com/in/john-roe'],
	])('is distinguished from one person in any form: %s', (_, cell) => {
		expect(messageOf(profileUrl, cell)).toContain('must be one address (got 2');
		expect(profileUrls.parse(cell)).toEqual([JANE, JOHN]);
	});

	it.each(['-', '_', '🚀'])('is refused if it is unclear whether "%s" belongs to the first', (sign) => {
		expect(messageOf(profileUrls, `https://linkedin.com/in/jane-doe${sign}https://linkedin.com/in/john-roe`)).toContain(
			'run together',
		);
	});

	it('is never read as one person, with any text between them', () => {
		const first = fc.constantFrom(
			'https://www.linkedin.com/in/jane-doe',
			'linkedin.com/in/jane-doe/',
			'in/jane-doe?trk=a',
			'https%3A%2F%2Flinkedin.com%2Fin%2Fjane-doe',
		);
		const second = fc.constantFrom(
			'https://www.linkedin.com/in/john-roe',
			'HTTP://LINKEDIN.COM/in/john-roe/',
			'https%3A%2F%2Flinkedin.com%2Fin%2Fjohn-roe',
		);
		const between = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 6 }),
			fc.string({
				unit: fc.constantFrom('/', '?', '#', '=', '&', '-', '.', ' ', '%20', '\\n', 'x', '<', '>', '"', 'in/'),
				maxLength: 5,
			}),
		);
		fc.assert(
			fc.property(first, between, second, (one, sign, other) => {
				const cell = `${one}${sign}${other}`;
				expect(normalizeProfileUrl(cell)).toBeUndefined();
				const { data } = profileUrls.safeParse(cell);
				if (data) expect(data).toContain(JOHN);
				if (data) expect(data.length).toBeGreaterThan(1);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('is one person where both are the same', () => {
		expect(profileUrls.parse('in/jane-doe, www.linkedin.com/in/Jane-Doe')).toEqual([JANE]);
	});

	it('is refused in a list if one of the addresses belongs to no person', () => {
		const message = (cell: string) => profileUrls.safeParse(cell).error?.issues[0]?.message;
		expect(message('https://linkedin.com/in/jane-doe; https://linkedin.com/company/acme')).toContain(
			'(got "https://linkedin.com/company/acme")',
		);
		expect(message('https://linkedin.com/in/jane-doe; https://acme.test')).toContain('(got "https://acme.test")');
		expect(message('')).toContain('(got "")');
	});
});

describe('text that only looks like an address', () => {
	it.each(['in/.', 'https://www.linkedin.com/in/..', 'in/%2e%2e'])('%j is not a person', (entered) => {
		expect(normalizeProfileUrl(entered)).toBeUndefined();
	});

	it.each(['https://www.linkedin.com/in/jane doe', 'in/jane-doe, in/john-roe', 'in/touch with the customer'])(
		'%j is not cut down to another person',
		(entered) => {
			expect(normalizeProfileUrl(entered)).toBeUndefined();
		},
	);

	it('half a character is not an address, instead of an error of the engine', () => {
		expect(normalizeProfileUrl('in/\ud800')).toBeUndefined();
	});
});

describe('an address of no person', () => {
	it.each([
		'undefined',
		'null',
		'NaN/',
		'none',
		'N/A',
		'n%2Fa',
		'N/A/?trk=x',
		'unknown',
		'UNKNOWN/',
		'me',
		'me/',
		'unavailable',
		'undefined-undefined',
		'ann-undefined',
		'ann-undefined-7b',
		'undefinedundefined',
		'unknown-unknown',
		'not-available',
		'%75ndefined',
		'n.a.',
	])('is refused: in/%s', (slug) => {
		for (const start of ['https://www.linkedin.com/in/', 'in/']) {
			expect(messageOf(profileUrl, start + slug)).toContain('it belongs to no person');
			expect(messageOf(profileUrls, start + slug)).toContain('it belongs to no person');
		}
	});

	it.each(['dana-null', 'mei-me', 'na', 'none-smith', 'undefinedstudio'])('is not %s', (slug) => {
		expect(normalizeProfileUrl(`in/${slug}`)).toBe(`https://linkedin.com/in/${slug}`);
	});
});

describe('an address that was cut off', () => {
	it.each([
		'ann-exam...',
		'ann-exam…',
		'ann-exam..',
		'ann-exam....',
		'ann-exam%E2%80%A6',
		'ann...-exam',
		'ann-exam...)',
		'ann-exam.../',
		'ann-exam/...',
	])('is refused: %s', (slug) => {
		expect(messageOf(profileUrl, `https://www.linkedin.com/in/${slug}`)).toContain('is cut off');
		expect(messageOf(profileUrls, `https://www.linkedin.com/in/${slug}`)).toContain('is cut off');
	});

	it('is refused after a blank, too', () => {
		expect(normalizeProfileUrl('https://www.linkedin.com/in/ann-exam ...')).toBeUndefined();
	});
});

describe('an address in which a letter was lost', () => {
	it.each([
		'jos%3F-garcia-124',
		'jos?-garcia-124',
		'jos?garcia',
		'jos%23-garcia-124',
		'jos%2523garcia',
		'jos#-garcia-124',
		'jos?-garcia?trk=x',
		'%3F?-garcia?',
	])('belongs to no other person: in/%s', (slug) => {
		const cell = `https://www.linkedin.com/in/${slug}`;
		for (const schema of [profileUrl, profileUrls])
			expect(messageOf(schema, cell)).toMatch(
				/^must be a LinkedIn profile address \(got ".*"\): (?:a letter is lost, or became "\?" or "#"|enter one such as)/,
			);
	});
});

describe('a link that leads on to a profile', () => {
	it.each([
		'https://www.google.com/url?q=https://www.linkedin.com/in/ann',
		'https://nam.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fann&data=05%7C',
	])('is one address with something around it: %s', (cell) => {
		for (const schema of [profileUrl, profileUrls])
			expect(messageOf(schema, cell)).toMatch(/enter the address without other text/);
	});
});

describe('an address among words', () => {
	it.each([
		'LinkedIn: https://www.linkedin.com/in/ann',
		'Ann Example https://www.linkedin.com/in/ann',
		'https://www.linkedin.com/in/ann (CFO)',
		'N/A; https://www.linkedin.com/in/ann',
		'Ann <https://www.linkedin.com/in/ann>',
	])('is one address with something around it: %s', (cell) => {
		for (const schema of [profileUrl, profileUrls])
			expect(messageOf(schema, cell)).toBe(
				`must be a LinkedIn profile address (got "${cell}"): enter the address without other text`,
			);
	});

	it('does not count as a further address', () => {
		expect(messageOf(profileUrl, 'Ann: in/ann Bob: in/bob and Cal')).toContain(
			'must be one address (got 2: "in/ann", "in/bob")',
		);
	});
});
