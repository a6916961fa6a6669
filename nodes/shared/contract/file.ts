/** A file on another host than the vendor's API; its URL is enough to open it. */
export interface FileRequest {
	url: string;
	/** File name without an ending; the answer decides the ending. */
	name: string;
	/** Kind of file, in the user's words, such as "recording". */
	what: string;
	maxBytes: number;
	/** Media type by ending, and the other way round. */
	types: ReadonlyMap<string, string>;
}
