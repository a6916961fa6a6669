import { createHash, createHmac } from 'node:crypto';

import { eventBody, SIGNATURE, signatureOf } from './triggerHarness';

/** A request that must start no run. */
export interface Hostile {
	name: string;
	/**
	 * The status that n8n must answer: 401 to a delivery without the vendor's signature, 200 to a signed one, 400 to a
	 * signed one that cannot be read. A list where n8n itself refuses.
	 */
	status: number[];
	method?: string;
	body?: string | Uint8Array<ArrayBuffer>;
	headers?: Record<string, string>;
	/** Added to the webhook's address. */
	suffix?: string;
}

const REFUSED = [401];
const ACCEPTED = [200];
const UNREADABLE = [400];
const MEGABYTE = 1024 * 1024;

/** Wrong signatures over one body. */
function forgeries(secret: string): Hostile[] {
	const body = eventBody('forged');
	const right = signatureOf(secret, body);
	const signatures: Record<string, string | undefined> = {
		'no header': undefined,
		'an empty header': '',
		'the prefix alone': 'sha256=',
		'another secret': signatureOf('f'.repeat(64), body),
		'an empty secret': createHmac('sha256', '').update(body).digest('hex'),
		'the secret read as hex': signatureOf(Buffer.from(secret, 'hex'), body),
		'the secret in upper case': signatureOf(secret.toUpperCase(), body),
		'a hash without a secret': createHash('sha256').update(body).digest('hex'),
		'a hash of secret and body': createHash('sha256')
			.update(secret + body)
			.digest('hex'),
		'SHA-1': signatureOf(secret, body, 'sha1'),
		'SHA-512': signatureOf(secret, body, 'sha512'),
		'SHA-512 cut to 64 characters': signatureOf(secret, body, 'sha512').slice(0, 64),
		base64: Buffer.from(right, 'hex').toString('base64'),
		'one character short': right.slice(0, -1),
		'one byte short': right.slice(0, -2),
		'half of it': right.slice(0, 32),
		'its first byte': right.slice(0, 2),
		'one character more': `${right}0`,
		'one byte more': `${right}00`,
		twice: right + right,
		'two headers': `${right}, ${right}`,
		'upper case': right.toUpperCase(),
		'upper case after the prefix': `sha256=${right.toUpperCase()}`,
		'one letter in upper case': right.replace(/[a-f]/, (letter) => letter.toUpperCase()),
		'an upper-case prefix': `SHA256=${right}`,
		'another prefix': `sha512=${right}`,
		'two prefixes': `sha256=sha256=${right}`,
		'a space after the prefix': `sha256= ${right}`,
		'in quotes': `"${right}"`,
		'its last character changed': right.slice(0, -1) + (right.endsWith('0') ? '1' : '0'),
		'all zeros': '0'.repeat(64),
		'no hex': 'z'.repeat(64),
		'as JSON': JSON.stringify([right]),
		'in the form t=,v1=': `t=${Math.floor(Date.now() / 1000)},v1=${right}`,
	};
	return Object.entries(signatures).map(([name, signature]) => ({
		name: `signature: ${name}`,
		status: REFUSED,
		body,
		...(signature !== undefined && { headers: { [SIGNATURE]: signature } }),
	}));
}

/** A right signature, where it does not belong. */
function misplaced(secret: string): Hostile[] {
	const body = eventBody('misplaced');
	const right = signatureOf(secret, body);
	const parsed = JSON.parse(body) as Record<string, unknown>;
	const { event, ...rest } = parsed;
	const others: Record<string, string> = {
		'of another event': eventBody('another'),
		'of the body with a line break': `${body}\n`,
		'of the body with a space before': ` ${body}`,
		're-serialised with indents': JSON.stringify(parsed, null, 2),
		're-serialised in another order': JSON.stringify({ ...rest, event }),
		're-serialised with escapes': body.replace(
			/[^\x20-\x7e]/g,
			(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
		),
		're-serialised with a member twice': body.replace('{', '{"event":"linkedin.message.received",'),
		'of the body with a byte order mark': `\uFEFF${body}`,
		'over an empty body': '',
	};
	return [
		...Object.entries(others).map(([name, sent]) => ({
			name: `right signature ${name}`,
			status: REFUSED,
			body: sent,
			headers: { [SIGNATURE]: right },
		})),
		{
			name: 'signature in another header',
			status: REFUSED,
			body,
			headers: { 'x-signature': right, 'x-hub-signature-256': `sha256=${right}` },
		},
		{ name: 'signature in the query', status: REFUSED, body, suffix: `?${SIGNATURE}=${right}` },
		{ name: 'signature in the body', status: REFUSED, body: JSON.stringify({ ...parsed, [SIGNATURE]: right }) },
	];
}

/** Bodies and content types that Kakiyo does not send. */
function malformed(secret: string): Hostile[] {
	const body = eventBody('malformed');
	const signed = (sent: string) => ({ [SIGNATURE]: signatureOf(secret, sent) });
	const form = '--x\r\ncontent-disposition: form-data; name="event"\r\n\r\nlinkedin.message.received\r\n--x--\r\n';
	const typed = (type: string, status: number[], sent = body): Hostile => ({
		name: `content type ${type}`,
		status,
		body: sent,
		headers: { ...signed(sent), 'content-type': type },
	});
	return [
		typed('multipart/form-data; boundary=x', REFUSED, form),
		typed('multipart/mixed; boundary=x', UNREADABLE, form),
		typed('application/xml', [200, 422], '{"a":1}'),
		{ name: 'signed list', status: UNREADABLE, body: `[${body}]`, headers: signed(`[${body}]`) },
		{
			name: 'signed text',
			status: UNREADABLE,
			body: '"linkedin.message.received"',
			headers: signed('"linkedin.message.received"'),
		},
		{ name: 'signed object without event', status: ACCEPTED, body: '{"a":1}', headers: signed('{"a":1}') },
		{ name: 'signed, no JSON', status: [422], body: 'not JSON', headers: signed('not JSON') },
		{ name: 'signed, nothing in it', status: UNREADABLE, body: '', headers: signed('') },
		{
			name: 'huge body, not signed',
			status: REFUSED,
			body: eventBody('huge', { padding: 'x'.repeat(8 * MEGABYTE) }),
			headers: { [SIGNATURE]: '0'.repeat(64) },
		},
		{
			name: 'body larger than n8n takes',
			status: [400, 413, 500],
			body: eventBody('larger', { padding: 'x'.repeat(17 * MEGABYTE) }),
			headers: { [SIGNATURE]: '0'.repeat(64) },
		},
		{ name: 'PUT', status: [404], method: 'PUT', body, headers: signed(body) },
		{ name: 'GET', status: [404], method: 'GET' },
		{ name: 'another address', status: [404], body, headers: signed(body), suffix: '/other' },
	];
}

/** What Kakiyo did sign, but not for this run. */
function unwanted(secret: string, replayed: string): Hostile[] {
	const at = (seconds: number) => ({ timestamp: new Date(Date.now() + seconds * 1000).toISOString() });
	const about = (data: object) => ({ data: { agentId: 'agent_1', campaignId: 'campaign_001', ...data } });
	const bodies: Record<string, string> = {
		replayed: replayed,
		'10 minutes old': eventBody('old', at(-600)),
		'a year old': eventBody('older', at(-365 * 86_400)),
		'10 minutes in the future': eventBody('future', at(600)),
		'a year in the future': eventBody('far future', at(365 * 86_400)),
		'without a timestamp': eventBody('timeless', { timestamp: undefined }),
		'with a timestamp that is none': eventBody('some time', { timestamp: 'now' }),
		'another event': eventBody('sent', { event: 'linkedin.message.sent' }),
		'an unheard-of event': eventBody('unheard', { event: 'call.completed' }),
		'the name of every event': eventBody('star', { event: '*' }),
		'the event in upper case': eventBody('upper', { event: 'LINKEDIN.MESSAGE.RECEIVED' }),
		'another campaign': eventBody('campaign', about({ campaignId: 'campaign_002' })),
		'no campaign': eventBody('no campaign', about({ campaignId: undefined })),
		'another agent': eventBody('agent', about({ agentId: 'agent_2' })),
	};
	const sent = Object.entries(bodies).map(([name, body]) => ({
		name: `signed: ${name}`,
		status: ACCEPTED,
		body,
		headers: { [SIGNATURE]: signatureOf(secret, body) },
	}));
	const prefixed = { [SIGNATURE]: `sha256=${signatureOf(secret, replayed)}` };
	return [...sent, { name: 'signed: replayed with a prefix', status: ACCEPTED, body: replayed, headers: prefixed }];
}

/**
 * Everything that must start no run.
 * @param replayed a body that has started its run already
 */
export const hostileDeliveries = (secret: string, replayed: string): Hostile[] => [
	...forgeries(secret),
	...misplaced(secret),
	...malformed(secret),
	...unwanted(secret, replayed),
];
