/** A file on another host than the vendor's API, opened by its URL alone. */
export interface FileRequest {
	url: string;
	/** Of the file, without an ending; the answer says which. */
	name: string;
	/** What it is, in the user's words, such as "recording". */
	what: string;
	maxBytes: number;
	/** Media type by ending, and the other way round. */
	types: ReadonlyMap<string, string>;
}
