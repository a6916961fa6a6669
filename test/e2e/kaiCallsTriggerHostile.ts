import { createHash } from 'node:crypto';

import { callbackBody, digestOf, nowInSeconds, SIGNATURE, signed, TIMESTAMP } from './kaiCallsTriggerHarness';
import type { Hostile } from './kakiyoTriggerHostile';

const REFUSED = [401];
const ACCEPTED = [200];
const UNREADABLE = [400];
/** For an unverified body of more than a megabyte. */
const TOO_LARGE = [413];
const MEGABYTE = 1024 * 1024;
const FORM = '--x\r\ncontent-disposition: form-data; name="event"\r\n\r\ncall.completed\r\n--x--\r\n';
const NAMELESS = '{"call_id":"x"}';
const NO_CALL = 'ca110000-0000-4000-8000-999999999999';

/**
 * Deliveries that every mode refuses; `headers` sign them where a mode requires that.
 * @param unreadable the status for a body that cannot be read
 * @param form the status for a form upload, whose bytes n8n does not keep
 */
function malformed(
	body: string,
	headers: (sent: string) => Record<string, string>,
	unreadable: number[],
	form: number[],
): Hostile[] {
	const typed = (type: string, status: number[], sent = body): Hostile => ({
		name: `content type ${type}`,
		status,
		body: sent,
		headers: { ...headers(sent), 'content-type': type },
	});
	const sentAs = (name: string, sent: string, status = unreadable): Hostile => ({
		name,
		status,
		body: sent,
		headers: headers(sent),
	});
	return [
		typed('multipart/mixed; boundary=x', unreadable, FORM),
		typed('multipart/form-data; boundary=x', form, FORM),
		typed('application/xml', [200, 422], NAMELESS),
		sentAs('a list', `[${body}]`),
		sentAs('a text', '"call.completed"'),
		sentAs('an object without event', NAMELESS, ACCEPTED),
		sentAs('nothing', ''),
		sentAs('no JSON', 'not JSON', [422]),
		{ name: 'PUT', status: [404], method: 'PUT', body, headers: headers(body) },
		{ name: 'GET', status: [404], method: 'GET' },
		{ name: 'another address', status: [404], body, headers: headers(body), suffix: '/other' },
		{
			name: 'body larger than n8n takes',
			status: [400, 413, 500],
			body: callbackBody(NO_CALL, { padding: 'x'.repeat(17 * MEGABYTE) }),
			headers: { [SIGNATURE]: '0'.repeat(64), [TIMESTAMP]: String(nowInSeconds()) },
		},
	];
}

/** Calls of the account that no run is wanted for, or not again. */
export interface Scene {
	/** Has started its run already. */
	reported: string;
	/** Completed, and not yet reported. */
	completed: string;
	running: string;
	ofOtherAgent: string;
}

/** Unsigned callbacks that must start no run. The answer must not tell the sender whether there is such a call. */
export function hostileCallbacks({ reported, completed, running, ofOtherAgent }: Scene): Hostile[] {
	const at = (seconds: number) => ({ timestamp: new Date(Date.now() + seconds * 1000).toISOString() });
	const genuine = callbackBody(completed);
	const bodies: Record<string, string> = {
		replayed: callbackBody(reported),
		'replayed, re-serialised': JSON.stringify(JSON.parse(callbackBody(reported)), null, 2),
		'replayed with another summary': callbackBody(reported, { summary: 'another' }),
		'replayed as of tomorrow': callbackBody(reported, at(86_400)),
		'replayed as of last year': callbackBody(reported, at(-365 * 86_400)),
		'replayed as the other of the two events': callbackBody(reported, {
			event: 'call.failed',
			status: 'failed',
			error: 'no_answer',
		}),
		'replayed under another name of the event': JSON.stringify({ type: 'call.completed', call_id: reported }),
		'replayed with a member twice': callbackBody(reported).replace('{', '{"event":"call.failed",'),
		'replayed with an event ID': callbackBody(reported, { event_id: crypto.randomUUID() }),
		'completed, for a call that goes on': callbackBody(running),
		'failed, for a call that goes on': callbackBody(running, { event: 'call.failed', status: 'failed' }),
		"another agent's call": callbackBody(ofOtherAgent),
		"another agent's call, said to be the wanted one's": callbackBody(ofOtherAgent, { agent_id: 'any' }),
		'an unknown call': callbackBody(NO_CALL),
		'an unknown call, repeated': callbackBody(NO_CALL),
		'an unknown call with an unknown recording': callbackBody(crypto.randomUUID(), {
			recording_url: 'http://127.0.0.1:1/',
		}),
		'a call ID cut short': callbackBody(completed.slice(0, -1)),
		'a call ID with one more character': callbackBody(`${completed}0`),
		'a call ID in upper case': callbackBody(completed.toUpperCase()),
		'a call ID with a zero byte': callbackBody(`${completed}\u0000`),
		'a call ID with a path': callbackBody(`../calls/${completed}`),
		'a call ID with another parameter': callbackBody(`${completed}&status=completed`),
		'a wildcard': callbackBody('*'),
		'an empty call ID': callbackBody(''),
		'a number as call ID': callbackBody(1),
		'a list as call ID': callbackBody([completed]),
		'an object as call ID': callbackBody({ id: completed }),
		'true as call ID': callbackBody(true),
		'null as call ID': callbackBody(null),
		'no call ID': callbackBody(undefined),
		'a long call ID': callbackBody('a'.repeat(MEGABYTE / 2)),
		'an unheard-of event': callbackBody(completed, { event: 'call.exploded' }),
		'an event the API has no status for': callbackBody(completed, { event: 'lead.captured' }),
		'the test event': callbackBody(completed, { event: 'webhook.test' }),
		'a wildcard as event': callbackBody(completed, { event: '*' }),
		'a list as event': callbackBody(completed, { event: ['call.completed'] }),
		'no event': callbackBody(completed, { event: undefined }),
		'a prototype instead of members': `{"__proto__":${genuine}}`,
	};
	const tooLarge: Record<string, string> = {
		'a huge call ID': callbackBody('a'.repeat(MEGABYTE)),
		'a huge body about an unknown call': callbackBody(NO_CALL, { padding: 'x'.repeat(8 * MEGABYTE) }),
	};
	return [
		...Object.entries(tooLarge).map(([name, body]) => ({ name, status: TOO_LARGE, body })),
		...Object.entries(bodies).map(([name, body]) => ({ name, status: ACCEPTED, body })),
		{
			name: 'an unknown call, as if signed',
			status: ACCEPTED,
			body: callbackBody(NO_CALL),
			headers: signed('guess', callbackBody(NO_CALL)),
		},
		{
			name: 'the call ID in the query',
			status: ACCEPTED,
			body: '{"event":"call.completed"}',
			suffix: `?call_id=${completed}`,
		},
		...malformed(genuine, () => ({}), ACCEPTED, ACCEPTED),
	];
}

/** Wrong signatures over one body. */
function forgeries(secret: string, body: string): Hostile[] {
	const now = nowInSeconds();
	const right = digestOf(secret, `${now}.${body}`);
	const signatures: Record<string, string | undefined> = {
		none: undefined,
		empty: '',
		'the prefix alone': 'sha256=',
		'another secret': digestOf('f'.repeat(48), `${now}.${body}`),
		'an empty secret': digestOf('', `${now}.${body}`),
		'the secret without its prefix': digestOf(secret.replace('whsec_', ''), `${now}.${body}`),
		"the secret's bytes": digestOf(Buffer.from(secret.replace('whsec_', ''), 'hex'), `${now}.${body}`),
		'a hash without a secret': createHash('sha256').update(`${now}.${body}`).digest('hex'),
		'over the body alone': digestOf(secret, body),
		'over the time alone': digestOf(secret, `${now}.`),
		'over time and body without the dot': digestOf(secret, `${now}${body}`),
		'over another time': digestOf(secret, `${now - 1}.${body}`),
		'SHA-1': digestOf(secret, `${now}.${body}`, 'sha1'),
		'SHA-512': digestOf(secret, `${now}.${body}`, 'sha512'),
		base64: Buffer.from(right, 'hex').toString('base64'),
		'one character short': right.slice(0, -1),
		'one byte short': right.slice(0, -2),
		'half of it': right.slice(0, 32),
		'one character more': `${right}0`,
		'one byte more': `${right}00`,
		twice: right + right,
		'two headers': `${right}, ${right}`,
		'upper case': right.toUpperCase(),
		'upper case after the prefix': `sha256=${right.toUpperCase()}`,
		'an upper-case prefix': `SHA256=${right}`,
		'another prefix': `sha512=${right}`,
		'two prefixes': `sha256=sha256=${right}`,
		'a space after the prefix': `sha256= ${right}`,
		'in quotes': `"${right}"`,
		'its last character changed': right.slice(0, -1) + (right.endsWith('0') ? '1' : '0'),
		'all zeros': '0'.repeat(64),
		'no hex': 'z'.repeat(64),
		'in the form t=,v1=': `t=${now},v1=${right}`,
	};
	return Object.entries(signatures).map(([name, signature]) => ({
		name: `signature: ${name}`,
		status: REFUSED,
		body,
		headers: { [TIMESTAMP]: String(now), ...(signature !== undefined && { [SIGNATURE]: signature }) },
	}));
}

/** A right signature, where it does not belong. */
function misplaced(secret: string, body: string): Hostile[] {
	const headers = signed(secret, body);
	const right = headers[SIGNATURE] ?? '';
	const parsed = JSON.parse(body) as Record<string, unknown>;
	const { event, ...rest } = parsed;
	const others: Record<string, string> = {
		'of another event': callbackBody(NO_CALL),
		'of the body with a line break': `${body}\n`,
		'of the body with a space before': ` ${body}`,
		're-serialised with indents': JSON.stringify(parsed, null, 2),
		're-serialised in another order': JSON.stringify({ ...rest, event }),
		're-serialised with escapes': body.replace(
			/[^\x20-\x7e]/g,
			(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
		),
		'over an empty body': '',
	};
	return [
		...Object.entries(others).map(([name, sent]) => ({
			name: `right signature ${name}`,
			status: REFUSED,
			body: sent,
			headers,
		})),
		{
			name: 'signature in another header',
			status: REFUSED,
			body,
			headers: { [TIMESTAMP]: headers[TIMESTAMP] ?? '', 'x-signature': right },
		},
		{ name: 'signature in the query', status: REFUSED, body, suffix: `?${SIGNATURE}=${right}` },
		{
			name: 'huge body, not signed',
			status: REFUSED,
			body: callbackBody(NO_CALL, { padding: 'x'.repeat(8 * MEGABYTE) }),
			headers,
		},
	];
}

/** Signed by KaiCalls, at a time that is not now. */
function untimely(secret: string, body: string): Hostile[] {
	const now = nowInSeconds();
	const times: Record<string, number | string> = {
		'10 minutes ago': now - 600,
		'just too long ago': now - 310,
		'a year ago': now - 365 * 86_400,
		'in 10 minutes': now + 600,
		'in a year': now + 365 * 86_400,
		'at no time': '',
		'at a word': 'now',
		'below zero': -now,
		'at a fraction': `${now}.5`,
		'at an ISO time': new Date().toISOString(),
		'in milliseconds': Date.now(),
	};
	const { [TIMESTAMP]: _, ...withoutTime } = signed(secret, body);
	return [
		...Object.entries(times).map(([name, seconds]) => ({
			name: `signed ${name}`,
			status: REFUSED,
			body,
			headers: signed(secret, body, seconds),
		})),
		{ name: 'signed, without the time', status: REFUSED, body, headers: withoutTime },
		{
			name: 'signed, at another time',
			status: REFUSED,
			body,
			headers: { ...signed(secret, body), [TIMESTAMP]: String(now - 2) },
		},
	];
}

/** What KaiCalls did sign, but not for this run. */
function unwanted(secret: string, replayed: string, body: (change: object) => string): Hostile[] {
	const bodies: Record<string, string> = {
		replayed: replayed,
		'another event': body({ event: 'call.ended' }),
		'an unheard-of event': body({ event: 'call.exploded' }),
		'the test event': body({ event: 'webhook.test' }),
		'a wildcard as event': body({ event: '*' }),
		'no event': body({ event: undefined }),
		'another agent': body({ agent_id: 'a6e70000-0000-4000-8000-000000000009' }),
		'no agent': body({ agent_id: undefined }),
		'a list of agents': body({ agent_id: ['any'] }),
	};
	const sent = Object.entries(bodies).map(([name, text]) => ({
		name: `signed: ${name}`,
		status: ACCEPTED,
		body: text,
		headers: signed(secret, text),
	}));
	const bare = {
		...signed(secret, replayed),
		[SIGNATURE]: signed(secret, replayed)[SIGNATURE]?.replace('sha256=', '') ?? '',
	};
	const earlier = signed(secret, replayed, nowInSeconds() - 120);
	return [
		...sent,
		{ name: 'signed: replayed without the prefix', status: ACCEPTED, body: replayed, headers: bare },
		{ name: 'signed: replayed with an earlier time', status: ACCEPTED, body: replayed, headers: earlier },
	];
}

/**
 * Deliveries to an account webhook that must start no run.
 * @param replayed a body that has started its run already
 * @param body an event that is wanted, with changes
 */
export const hostileAccountEvents = (secret: string, replayed: string, body: (change: object) => string): Hostile[] => [
	...forgeries(secret, body({})),
	...misplaced(secret, body({})),
	...untimely(secret, body({})),
	...malformed(body({}), (sent) => signed(secret, sent), UNREADABLE, REFUSED),
	...unwanted(secret, replayed, body),
];
