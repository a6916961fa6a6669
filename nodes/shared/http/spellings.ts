/** A character by its number, as JSON and many programs write it. */
const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** As JSON writes a text: as it is, in ASCII alone, and as PHP does. */
function inJson(secret: string): string[] {
	const json = JSON.stringify(secret).slice(1, -1);
	return [json, json.replace(/[^\0-\x7f]/g, escaped), json.replaceAll('/', '\\/')];
}

function inPage(secret: string): string[] {
	const text = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	return [text, text.replaceAll('"', '&quot;').replaceAll("'", '&#39;')];
}

/** In base64 a text is written in three ways, by what stands before it, such as `Bearer `: the signs that nothing else has a part in. */
export function inBase64(secret: string): string[] {
	const bytes = Buffer.from(secret);
	const whole = bytes.toString('base64').replace(/={1,2}$/, '');
	const parts = [0, 1, 2].map((before) => {
		const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
		return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
	});
	return [whole, ...parts].flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]);
}

/** Half a character is another one on the wire. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

/** The ways in which a text that a request held can come back, in any case: as it is, in JSON, in an address, in a web page, in base64. */
export const spellings = (secret: string): string[] => [
	secret,
	...inJson(secret),
	encodeURIComponent(wellFormed(secret)),
	new URLSearchParams([['', secret]]).toString().slice(1),
	...inPage(secret),
	...inBase64(secret),
];
