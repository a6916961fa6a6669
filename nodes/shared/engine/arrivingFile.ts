import { ItemFailure } from '../contract/failure';
import type { FileRequest } from '../contract/file';

const BOM_AND_BLANKS = /^[\uFEFF\s]+/;

/** The beginning of web pages and of errors in JSON or XML; no sound or picture begins like this. */
const MARKUP = /^[<{[]/;

const TEXT_TYPE = /^text\/|[/+](?:json|xml|xhtml|html|problem)\b/;

/** How many bytes are read to tell text from sound. */
const LOOKED_AT = 64;

const BLANKS: ReadonlySet<string> = new Set(['\t', '\n', '\v', '\f', '\r']);

/** Sound has control characters, and text has none, even if the host says another type. */
const isText = (start: string): boolean => Array.from(start).every((letter) => letter >= ' ' || BLANKS.has(letter));

/** A file on its way into n8n. It breaks off when it is too large, or is not a file of the wanted kind. */
export class ArrivingFile {
	private bytes = 0;

	/** @param type media type from its host, '' for none */
	constructor(
		private readonly file: FileRequest,
		private readonly type: string,
	) {}

	/** @throws ItemFailure if its host announces more than the allowed size */
	announce(contentLength: unknown): void {
		if (Number(contentLength ?? 0) > this.file.maxBytes) throw this.tooLarge();
	}

	/** @throws ItemFailure if it cannot be the wanted file */
	take(chunk: Buffer): Buffer {
		if (this.bytes === 0) this.checkStart(chunk.subarray(0, LOOKED_AT).toString('utf8'));
		this.bytes += chunk.length;
		if (this.bytes > this.file.maxBytes) throw this.tooLarge();
		return chunk;
	}

	/** @throws ItemFailure if the file is empty */
	end(): void {
		if (this.bytes === 0) throw this.none('an empty file');
	}

	private checkStart(start: string): void {
		const isSaidToBeText = TEXT_TYPE.test(this.type) && isText(start);
		if (isSaidToBeText || MARKUP.test(start.replace(BOM_AND_BLANKS, '')))
			throw this.none('a text, such as a sign-in page or an error');
	}

	private none(sent: string): ItemFailure {
		const { what } = this.file;
		return new ItemFailure({
			kind: 'refused',
			message: `The host of the ${what} sent something else: ${sent}`,
			description: 'The link may have expired, or the file may not be there yet. Run the item again later.',
			status: 200,
		});
	}

	private tooLarge(): ItemFailure {
		const { what, maxBytes } = this.file;
		const size = Number((maxBytes / 1024 / 1024).toFixed(2));
		return new ItemFailure({
			kind: 'refused',
			message: `The ${what} is larger than ${size} MB`,
			description: 'Raise "Max Size (MB)" in the options of the node to fetch it.',
		});
	}
}
