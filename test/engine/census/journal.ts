import type { OutgoingRequest } from '../../../nodes/shared/contract/exchange';

/** A request on its way, and what came of it. The vendor's side is the truth. */
export interface Entry {
	request: OutgoingRequest;
	/** Which try has sent it, from 0. */
	by: number;
	/** The vendor has carried it out. */
	isAccepted: boolean;
	/** Its answer did not reach the node. */
	isCut: boolean;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const pattern = (mark: string): RegExp => new RegExp(`(?<![A-Za-z0-9])${escaped(mark)}(?![A-Za-z0-9])`);

/** Everything that left for the vendor. */
export class Journal {
	readonly entries: Entry[] = [];

	add(request: OutgoingRequest, by: number): Entry {
		const entry = { request, by, isAccepted: false, isCut: false };
		this.entries.push(entry);
		return entry;
	}
}

/** What stands in a request, as one text. */
const textOf = ({ path, query, body }: OutgoingRequest): string => `${decodeURIComponent(path)} ${JSON.stringify([query, body])}`;

/** Tells which items a request is about. */
export function itemsIn(marks: readonly string[]): (request: OutgoingRequest) => number[] {
	const patterns = marks.map(pattern);
	return (request) => {
		const text = textOf(request);
		return [...patterns.keys()].filter((place) => patterns[place]?.test(text));
	};
}
