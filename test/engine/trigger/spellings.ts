/** Ways in which a JSON text may come, each with its content type. */
export const SPELLINGS: Array<[string, (json: string) => Buffer, string]> = [
	['with a byte order mark', (json) => Buffer.from(`\ufeff${json}`), 'application/json'],
	['as text/plain', (json) => Buffer.from(json), 'text/plain'],
	['as text/plain with a byte order mark', (json) => Buffer.from(`\ufeff${json}`), 'text/plain; charset=utf-8'],
	['without a type', (json) => Buffer.from(json), ''],
	['as a form', (json) => Buffer.from(json), 'application/x-www-form-urlencoded'],
	['as a page', (json) => Buffer.from(json), 'text/html'],
	['as binary data', (json) => Buffer.from(json), 'application/octet-stream'],
	['as JSON of a kind of its own', (json) => Buffer.from(json), 'application/cloudevents+json'],
	['with blanks around it', (json) => Buffer.from(`\r\n ${json}\n`), 'application/json'],
	['in UTF-16', (json) => Buffer.from(`\ufeff${json}`, 'utf16le'), 'application/json'],
	['in UTF-16, the other way round', (json) => Buffer.from(`\ufeff${json}`, 'utf16le').swap16(), 'application/json'],
	['in a charset that it names', (json) => Buffer.from(json, 'utf16le'), 'application/json; charset="utf-16le"'],
	['in a charset that nobody knows', (json) => Buffer.from(json), 'application/json; charset=klingon'],
];

/** Those that n8n itself refuses with 422, before a node sees them. */
export const REFUSED_BY_N8N = ['in UTF-16', 'in UTF-16, the other way round', 'in a charset that nobody knows'];

/** Bodies that are not a JSON object. */
export const UNREADABLE = [
	'no JSON',
	'[]',
	'"text"',
	'null',
	'',
	'7',
	'{"event":',
	'event=call.completed',
	'[{"event":"call.completed"}]',
];
