import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { NOT_SHOWN } from '../../../nodes/shared/tool/concealment/notShown';
import { concealed } from '../../../nodes/shared/tool/concealment/secrets';

/** One shows by its form that it is a key; the other is what a person chooses. */
const SECRETS = ['8f3a91c2d4e5b6a7', 'Sunny-Day'];

const shown = (value: unknown): string => JSON.stringify(concealed(value));

describe.each(SECRETS)('a secret (%s) is not shown to a model', (secret) => {
	it.each([
		...[
			'webhook_secret',
			'signingSecret',
			'secretKey',
			'secret_key',
			'client-secret',
			'SECRET',
			'password',
			'db_password',
			'smtp_pass',
			'pwd',
			'passphrase',
			'passcode',
			'otp',
			'pin',
			'verification_code',
			'backupCodes',
		],
		...[
			'api_key',
			'apiKey',
			'APIKEY',
			'X-API-Key',
			'api_keys',
			'access_key',
			'signing_key',
			'encryptionKey',
			'private_key_pem',
			'X-Auth-Key',
			'stripeApiKeyValue',
		],
		...[
			'token',
			'tokens',
			'accessToken',
			'session_token',
			'idToken',
			'inviteToken',
			'api_token',
			'botToken',
			'accesstoken',
			'jwt',
			'bearer',
			'Authorization',
			'auth',
			'cookie',
			'cookies',
			'li_at',
			'credential',
			'credentials',
		],
	])('under the name "%s", in a list and in an object as well', (name) => {
		for (const value of [secret, [secret], { stripe: secret }, { type: 'bearer', value: secret }])
			expect(shown({ id: '1', nested: [{ [name]: value }] })).not.toContain(secret);
	});

	it.each([
		{ headers: [{ name: 'Authorization', value: secret }] },
		{ variables: [{ key: 'DB_PASSWORD', value: secret, type: 'text' }] },
		{ header: `Authorization: Bearer ${secret}` },
		{ header: `Cookie: a=b; li_at=${secret}` },
		{ curl: `curl -H "X-API-Key: ${secret}" https://api.example.com` },
		{ config: `{"name":"CRM","api_key":"${secret}"}` },
		{ config: `{\\"api_key\\":\\"${secret}\\"}` },
		{ environment: `NAME=crm\nDB_PASSWORD=${secret}\nPORT=1` },
		{ text: `It takes headers: Authorization: Bearer ${secret}` },
		...['https://ada', 'postgres://ada', 'redis://', 'ftp://ada', 'https+git://ada'].map((start) => ({
			url: `${start}:${secret}@files.example.com/a`,
		})),
		{ url: `https://${secret}@files.example.com/a` },
	])('in %j', (value) => {
		expect(shown(value)).not.toContain(secret);
	});

	it.each([
		...[
			'https://files.example/a.mp3?X-Amz-Signature={secret}',
			'https://files.example/a.mp3?sig={secret}&se=2026',
			'https://files.example/a.mp3#access_token={secret}',
			'https://files.example/a.mp3?filter[id]=1&X-Amz-Signature={secret}',
		],
		...[
			'https://files.example/a(1).mp3?X-Amz-Signature={secret}',
			'https://files.example/{tenant}/a.mp3?token={secret}',
			'https://app.example/open?url=https%3A%2F%2Ffiles.example%2Fa.mp3%3FX-Amz-Signature%3D{secret}',
		],
		...[
			'/v1/recordings/1?token={secret}',
			'//files.example/a.mp3?token={secret}',
			'files.example/a.mp3?token={secret}',
			'wss://files.example/live?token={secret}',
			'https:\\/\\/files.example\\/a.mp3?token={secret}',
		],
		...[
			'https://files.example/a.mp3?a=1&amp;sig={secret}',
			'https://files.example/a.mp3?a=1\\u0026sig={secret}',
			'https://files.example/a.mp3?a=1;token={secret}',
			'https://files.example/a.mp3;jsessionid={secret}',
		],
		...[
			'hmac',
			'sign',
			'ticket',
			'session',
			'md5',
			'st',
			'invitation',
			'reset',
			'code',
			'hash',
			'key',
			'X-Goog-Credential',
			'hdnts=exp=1~hmac',
		].map((name) => `https://files.example/a.mp3?${name}={secret}&e=1790000000`),
	])('in the link %s, with any text around it', (link) => {
		const letsIn = link.replace('{secret}', secret);
		for (const text of [letsIn, `Listen: ${letsIn}, soon`, `[here](${letsIn})`, `(${letsIn})`])
			expect(shown({ text })).not.toContain(secret);
	});
});

describe('a random text', () => {
	const key = '8f3a91c2d4e5b6a7';

	it.each([
		`https://app.example/r/1?x=${key}`,
		`https://app.example/r/1?${key}`,
		`https://app.example/r/1#${key}`,
		`https://app.example/invite/${key}`,
		`https://app.example/reset-password/${key}/now`,
	])('is not shown in the link %s, under no known name', (link) => {
		expect(shown({ link })).not.toContain(key);
		expect(shown({ link })).toContain('https://app.example/');
	});

	it('is not shown if it may be a key, and is shown if it says which', () => {
		const row = { key, session: key, signature: key };
		expect(concealed(row)).toEqual({ key: NOT_SHOWN, session: NOT_SHOWN, signature: NOT_SHOWN });
		const ids = { id: key, session_id: key, idempotency_key: key, key: 'crm', signature: 'Best, Dana' };
		expect(concealed(ids)).toEqual(ids);
	});

	it.each([
		'sk_live_51H8x9fGh2',
		'whsec_1234567890ab',
		'AKIAIOSFODNN7EXAMPLE',
		'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc_def-1',
		'-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----',
	])('whose form is that of a key is never shown: %s', (text) => {
		expect(concealed({ note: `Use ${text} for it` })).toEqual({ note: `Use ${NOT_SHOWN} for it` });
	});
});

describe('text that gives no access is shown', () => {
	it.each([
		{
			tokens_used: 12,
			total_tokens: 40,
			max_tokens: '512',
			tokens: 7,
			tokens_per_minute: 60,
			token_usage: { prompt: 12 },
			has_password: true,
			secret: null,
			token: '',
			password_updated_at: '2026-01-01',
			api_key_id: 'k1',
			secret_name: 'stripe',
		},
		{
			secretary: 'Ann',
			author: 'Dana',
			authorized: true,
			keyPoints: ['Price'],
			passed: 3,
			pass: 3,
			country_code: 'US',
			error_code: 'E1',
			code: 'not_found',
			shipping: 'x',
			tokenized: false,
		},
		{ url: 'https://www.linkedin.com/in/jane?trk=people' },
		{
			url: 'https://www.linkedin.com/in/ACoAABvXyz1234567890abcd',
			site: 'https://example.com/docs#section-2',
			map: 'https://maps.example.com/?q=12+Main+St&zoom=3',
		},
		{
			url: 'https://app.example.com/calls?call_id=8f3a91c2d4e5b6a7',
			name: 'Who? Me; you',
			hours: 'Mon: 9-5; Tue: 10-4',
			n8n: 'https://n8n.example.com/webhook/8f3a91c2',
		},
		{ note: 'Password: please reset it. The secret: be nice. Token of thanks' },
	])('%j', (row) => {
		expect(concealed(row)).toEqual(row);
	});
});

it('the target of a link stays', () => {
	expect(concealed({ note: 'Listen: https://ada:pass@files.example/a.mp3?x=1 soon' })).toEqual({
		note: `Listen: https://files.example/a.mp3?${NOT_SHOWN} soon`,
	});
	expect(concealed({ note: 'Listen: https://files.example/a.mp3?sig=abc&x=1 soon' })).toEqual({
		note: `Listen: https://files.example/a.mp3?${NOT_SHOWN} soon`,
	});
});

it('a second look finds nothing more', () => {
	fc.assert(
		fc.property(fc.json(), (json) =>
			expect(concealed(concealed(JSON.parse(json)))).toEqual(concealed(JSON.parse(json))),
		),
		{ numRuns: 200 },
	);
});

describe('text that only looks like a secret is shown', () => {
	it.each([
		'Password reset email sent to dana@example.com on 2026-11-27 at 10:30',
		'Please reset the password for Office365 by Friday: the password is wrong',
		'Two-factor authentication: enabled',
		'Token usage this month: 12000. Max tokens: 512',
		'Key points: price, timeline Q4-2026',
		'Zip code: 94110, error code: E1042-A, promo code: SAVE20',
		'The key contact is McDonald-2nd, passport: C01X00T47',
		'https://medium.com/@dana and https://example.com:8443/@dana/x',
	])('%s', (note) => expect(concealed({ note })).toEqual({ note }));

	it.each([
		{ shortcut: { key: 'crm' }, jira: { key: 'PROJ-123' }, required: ['password', 'email'] },
		{ title: 'Password reset', content: 'How to choose a new one' },
		{ client_key_points: 'Price', whatsapp_keywords: 'Stop', token_usage: { model: 'small' } },
	])('%j', (row) => expect(concealed(row)).toEqual(row));
});

it.each([
	'Password for the CRM: Kd7-Sunny-Day',
	'Login dana, password Kd7-Sunny-Day',
	'Mot de passe : Kd7-Sunny-Day',
	'<td>Password</td><td>Kd7-Sunny-Day</td>',
	'password="Kd7\'Sunny-Day"',
	'password: Kd7&Sunny-Day;Kd7',
	'{"pin":"Kd7-Sunny-Day","name":"Dana"}',
])('a secret is not shown, with any characters between it and its name: %s', (note) =>
	expect(shown({ note })).not.toMatch(/Kd7|Sunny|Day/),
);

it.each([
	['Proxy-Authorization: Basic ZGFuYTpwYXNzd29yZDE=', `Proxy-Authorization: Basic ${NOT_SHOWN}`],
	['jdbc:mysql://h/db?user=a&password=Kd7&x=1', `jdbc:mysql://h/db?${NOT_SHOWN}`],
])('a replacement is not searched for secrets again: %s', (note, shown) =>
	expect(concealed({ note })).toEqual({ note: shown }),
);
