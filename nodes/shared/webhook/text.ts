import { stringOf } from '../values/text';

const CHARSET = /;\s*charset\s*=\s*"?([^\s;"]+)/i;

/** The encoding that the first bytes show. */
function markedAs([first, second]: Buffer): string | undefined {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	return undefined;
}

function decoderFor(charset: string) {
	try {
		return new TextDecoder(charset);
	} catch {
		return new TextDecoder();
	}
}

/** A body as text, without a byte order mark: by that mark, or by the charset of its type, else UTF-8. */
export function textOf(body: Buffer, contentType: unknown): string {
	const [, charset = 'utf-8'] = CHARSET.exec(stringOf(contentType ?? '')) ?? [];
	return decoderFor(markedAs(body) ?? charset).decode(body);
}
