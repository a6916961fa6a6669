import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalizeProfileUrl, profileUrl } from '../../../nodes/Kakiyo/linkedin';

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
	])('%j has one form', (entered) => {
		expect(normalizeProfileUrl(entered)).toBe(JANE);
	});

	it('is the same whether its letters are encoded or not', () => {
		expect(normalizeProfileUrl('https://www.linkedin.com/in/zoë-łuk')).toBe(
			normalizeProfileUrl('https://www.linkedin.com/in/ZO%C3%8B-%C5%82uk/'),
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
