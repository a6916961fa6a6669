import { describe, expect, it } from '@jest/globals';
import { checkedBaseUrl, hostOf } from '../../../nodes/shared/http/baseUrl';
import { failureOf } from '../support/failures';

describe('the base URL of a credential', () => {
	it.each([
		['https://api.acme.test/v1', 'https://api.acme.test/v1'],
		['  https://api.acme.test/v1// ', 'https://api.acme.test/v1'],
		['https://api.acme.test', 'https://api.acme.test'],
		['HTTPS://API.ACME.TEST/V1', 'https://api.acme.test/V1'],
		['http://localhost:3000/v1', 'http://localhost:3000/v1'],
		['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
		['http://[::1]:3000', 'http://[::1]:3000'],
	])('%s is fine', (entered, used) => {
		expect(checkedBaseUrl(entered)).toBe(used);
	});

	it.each([
		'',
		'api.acme.test',
		'http://api.acme.test',
		'http://localhost.evil.test',
		'http://127.0.0.1.evil.test',
		'http://0.0.0.0',
		'ftp://api.acme.test',
		'file:///etc/passwd',
		'javascript:alert(1)',
		'https://user@evil.test',
		'https://api.acme.test@evil.test/',
		'https://api.acme.test/v1?x=1',
		'https://api.acme.test/v1#x',
		'//api.acme.test',
		undefined,
		null,
		5,
	])('%j must not get a key', (entered) => {
		const { kind, message } = failureOf(() => checkedBaseUrl(entered));
		expect(kind).toBe('input');
		expect(message).toContain('Base URL');
	});

	it.each(['https://api.acme.test/v1?', 'https://api.acme.test/v1#', 'https://:secret@api.acme.test'])(
		'%j must not get a key, either',
		(entered) => {
			expect(failureOf(() => checkedBaseUrl(entered)).kind).toBe('input');
		},
	);
});

describe('the host of a base URL', () => {
	const hosts = (...entered: string[]) => new Set(entered.map((one) => hostOf(checkedBaseUrl(one)))).size;

	it('is the same in all spellings', () => {
		expect(
			hosts('https://acme.test/v1', 'https://www.acme.test/v1/', 'HTTPS://WWW.Acme.test/', 'https://acme.test:443/v2'),
		).toBe(1);
		expect(hosts('http://localhost:3000/v1', 'http://127.0.0.1:3000', 'http://[::1]:3000/')).toBe(1);
	});

	it('differs with another name or port', () => {
		expect(
			hosts('https://acme.test', 'https://api.acme.test', 'https://www2.acme.test', 'https://acme.test:8443'),
		).toBe(4);
		expect(hosts('http://localhost:3000', 'http://localhost:3001')).toBe(2);
	});
});
