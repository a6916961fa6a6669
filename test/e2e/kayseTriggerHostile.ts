import type { Hostile } from './kakiyoTriggerHostile';
import { callBody, withKey } from './kayseTriggerHarness';

const REFUSED = [401];
const ACCEPTED = [200];
const UNREADABLE = [400];
const MEGABYTE = 1024 * 1024;

/** Wrong keys over one body. */
function forgeries(key: string): Hostile[] {
	const body = callBody('forged');
	const keys: Record<string, string | undefined> = {
		none: undefined,
		empty: '',
		another: 'f'.repeat(key.length),
		'of another vendor': 'kc_live_0123456789',
		'its first half': key.slice(0, key.length / 2),
		'its first character': key.slice(0, 1),
		'without its last character': key.slice(0, -1),
		'without its first character': key.slice(1),
		'with one character more': `${key}0`,
		'with its last character changed': key.slice(0, -1) + (key.endsWith('0') ? '1' : '0'),
		'in upper case': key.toUpperCase(),
		backwards: [...key].reverse().join(''),
		twice: key + key,
		'of two headers': `${key}, ${key}`,
		'first of a list': `${key},other`,
		'with Bearer': `Bearer ${key}`,
		'in quotes': `"${key}"`,
		'as JSON': JSON.stringify([key]),
		'as base64': Buffer.from(key).toString('base64'),
		'its bytes': Buffer.from(key, 'hex').toString('base64'),
		'percent-encoded': `%${Buffer.from(key).toString('hex').match(/../g)?.join('%')}`,
		'with a blank in it': `${key.slice(0, 8)} ${key.slice(8)}`,
		'all zeros': '0'.repeat(key.length),
		'an asterisk': '*',
		undefined: 'undefined',
		null: 'null',
		'[object Object]': '[object Object]',
	};
	return Object.entries(keys).map(([name, sent]) => ({
		name: `key: ${name}`,
		status: REFUSED,
		body,
		...(sent !== undefined && { headers: withKey(sent) }),
	}));
}

/** The right key, where it does not belong. */
function misplaced(key: string): Hostile[] {
	const body = callBody('misplaced');
	const elsewhere: Record<string, Record<string, string>> = {
		'X-API-KEY': { 'x-api-key': key },
		Authorization: { authorization: `Bearer ${key}` },
		'another name': { 'x-public-api-keys': key },
		'an underscore': { x_public_api_key: key },
		'a cookie': { cookie: `x-public-api-key=${key}` },
	};
	return [
		...Object.entries(elsewhere).map(([name, headers]) => ({ name: `key in ${name}`, status: REFUSED, body, headers })),
		{ name: 'key in the query', status: REFUSED, body, suffix: `?x-public-api-key=${key}&X-Public-Api-Key=${key}` },
		{
			name: 'key in the body',
			status: REFUSED,
			body: JSON.stringify({ ...(JSON.parse(body) as object), 'X-Public-Api-Key': key, headers: withKey(key) }),
		},
	];
}

/** Bodies, types and methods that Kayse does not send. */
function malformed(key: string): Hostile[] {
	const body = callBody('malformed');
	const headers = withKey(key);
	const form = '--x\r\ncontent-disposition: form-data; name="event"\r\n\r\ncall_ended\r\n--x--\r\n';
	const sentAs = (name: string, sent: string, status = UNREADABLE, type = 'application/json'): Hostile => ({
		name,
		status,
		body: sent,
		headers: { ...headers, 'content-type': type },
	});
	return [
		sentAs('a form', form, REFUSED, 'multipart/form-data; boundary=x'),
		sentAs('parts', form, UNREADABLE, 'multipart/mixed; boundary=x'),
		sentAs('XML', '{"a":1}', [200, 422], 'application/xml'),
		sentAs('a list', `[${body}]`),
		sentAs('a text', '"call_ended"'),
		sentAs('nothing', ''),
		sentAs('no JSON', 'not JSON', [422]),
		sentAs('an object without event', '{"a":1}', ACCEPTED),
		{
			name: 'huge body without the key',
			status: REFUSED,
			body: callBody('huge', { padding: 'x'.repeat(8 * MEGABYTE) }),
			headers: withKey('0'),
		},
		{
			name: 'body larger than n8n takes',
			status: [400, 413, 500],
			body: callBody('larger', { padding: 'x'.repeat(17 * MEGABYTE) }),
			headers: withKey('0'),
		},
		{ name: 'PUT', status: [404], method: 'PUT', body, headers },
		{ name: 'GET', status: [404], method: 'GET', headers },
		{ name: 'another address', status: [404], body, headers, suffix: '/other' },
	];
}

/** What Kayse did send, but not for this run. */
function unwanted(key: string, replayed: string): Hostile[] {
	const again = {
		...(JSON.parse(replayed) as object),
		timestamp: new Date(Date.now() + 60_000).toISOString(),
		attempt: 2,
	};
	const bodies: Record<string, string> = {
		replayed: replayed,
		'replayed with a later time': JSON.stringify(again),
		'replayed with indents': JSON.stringify(JSON.parse(replayed), null, 2),
		'another event': callBody('another', { event: 'call_started' }),
		'an unheard-of event': callBody('unheard', { event: 'call_exploded' }),
		'the name of every event': callBody('star', { event: '*' }),
		'a list of events': callBody('list', { event: ['call_ended'] }),
		'no event': callBody('no event', { event: undefined }),
		'a prototype instead of members': `{"__proto__":${callBody('prototype')}}`,
	};
	return Object.entries(bodies).map(([name, body]) => ({
		name: `with the key: ${name}`,
		status: ACCEPTED,
		body,
		headers: withKey(key),
	}));
}

/**
 * Everything that must start no run of a trigger of `call_ended`.
 * @param replayed a body that has started its run already
 */
export const hostileDeliveries = (key: string, replayed: string): Hostile[] => [
	...forgeries(key),
	...misplaced(key),
	...malformed(key),
	...unwanted(key, replayed),
];
