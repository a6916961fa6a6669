const CONTROL = /\p{Cc}/u;
const DOTS = /^\.{1,2}$/;

/** How many layers of percent-encoding are removed. */
const MAX_LAYERS = 10;

/** The result of `convert`; undefined for a text that it cannot convert: a lone "%", or half of a character. */
export function converted(text: string, convert: (text: string) => string): string | undefined {
	try {
		return convert(text);
	} catch {
		return undefined;
	}
}

const asciiOf = (encoded: string): string => String.fromCharCode(parseInt(encoded.slice(1), 16));

/** `%c0%ae` is a dot for decoders that accept more bytes for a character than it needs (RFC 3629, 3). */
const withoutOverlong = (text: string): string =>
	text.replace(/%c([01])%([89ab][0-9a-f])/gi, (_, high: string, low: string) =>
		String.fromCharCode(Number(high) * 64 + (parseInt(low, 16) & 63)),
	);

/** `%u002e` is the form of ECMAScript's `escape`, which some servers read. */
const withoutU = (text: string): string =>
	text.replace(/%u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Removes one layer of percent-encoding wherever there is one: a server may decode the good parts beside a bad one. */
const peeled = (text: string): string =>
	withoutU(withoutOverlong(text)).replace(
		/(?:%[0-9a-f]{2})+/gi,
		(run) => converted(run, decodeURIComponent) ?? run.replace(/%[0-7][0-9a-f]/gi, asciiOf),
	);

/**
 * Without any percent-encoding, and with full-width forms as plain ones, as a server behind a proxy may read it;
 * undefined when there are too many layers.
 */
function bare(text: string): string | undefined {
	let outer = text;
	for (let layers = 0; layers < MAX_LAYERS; layers++) {
		const inner = peeled(outer).normalize('NFKC');
		if (inner === outer) return inner;
		outer = inner;
	}
	return undefined;
}

/** Without the parameters that a server may remove from a folder, as in "..;x". */
const withoutParameters = (part: string): string => (part.split(';', 1)[0] ?? '').trim();

/** Most IDs have only these characters. */
const PLAIN = /^[\w-]+$/;

/** The fault of a text that becomes a segment of a path, as the end of a sentence. */
export function flawOfSegment(segment: string): string | undefined {
	if (PLAIN.test(segment)) return undefined;
	const text = bare(segment);
	if (text === undefined) return 'is percent-encoded too many times';
	if (text.includes('\\')) return 'has a backslash in it';
	if (text.split('/').some((part) => DOTS.test(withoutParameters(part))))
		return 'leads to another folder with "." or ".."';
	if (CONTROL.test(text)) return 'has a line break or another character in it that cannot be sent';
	return undefined;
}
