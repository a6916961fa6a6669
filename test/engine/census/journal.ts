import type { OutgoingRequest } from '../../../nodes/shared/contract/exchange';
import type { ItemMade, Sample } from './sample';
import type { Sandbox } from './sandboxVendors';

/** A request on its way, and its end. The vendor's side is the truth. */
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

/** All contents of a request, as one text. */
const textOf = ({ path, query, body }: OutgoingRequest): string =>
	`${decodeURIComponent(path)} ${JSON.stringify([query, body])}`;

/** Tells which items a request is about, by their places. */
export function itemsIn(
	items: readonly ItemMade[],
	{ about }: Sample,
	sandbox: Sandbox,
): (request: OutgoingRequest) => number[] {
	const patterns = items.map(({ mark }) => pattern(mark));
	return (request) => {
		const places = about?.(request, items, sandbox);
		if (places) return places;
		const text = textOf(request);
		return [...patterns.keys()].filter((place) => patterns[place]?.test(text));
	};
}

/** The requests that were sent for each item. */
export function entriesByItem(
	{ entries }: Pick<Journal, 'entries'>,
	items: readonly ItemMade[],
	sample: Sample,
	sandbox: Sandbox,
): Entry[][] {
	const placesIn = itemsIn(items, sample, sandbox);
	const byItem = items.map((): Entry[] => []);
	for (const entry of entries) {
		const found = placesIn(entry.request);
		if (found.length === 0 && entry.request.method !== 'GET')
			throw new Error(`No item’s mark is in ${JSON.stringify(entry.request)}`);
		for (const index of found) byItem[index]?.push(entry);
	}
	return byItem;
}
