import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { OutgoingRequest } from '../../../nodes/shared/contract/exchange';
import type { Sandbox } from './sandboxVendors';

/** A record that must be there before the operation runs. */
export interface Given {
	request: Pick<OutgoingRequest, 'method' | 'path'> & Partial<OutgoingRequest>;
	/** Path to its ID in the answer; `id` when absent. */
	idAt?: string[];
}

/** An item of a run, by its place and the ID of the record given for it. */
export interface ItemMade extends IDataObject {
	/** Is in every request for the item, and in no request for another item. */
	mark: string;
}

/** How a writing operation is run in the census. */
export interface Sample {
	/** Beside resource and operation. In expressions, `$json.` and a name stands for the item's own data. */
	parameters?: INodeParameters | ((sandbox: Sandbox) => INodeParameters);
	/** @param place among all items of the world, from 0 */
	item: (place: number, given: string) => ItemMade;
	/** What an item is about: a record to be made, or the ID of one that is there. */
	given?: (place: number, sandbox: Sandbox) => Given | string;
	/** What the node says of a record that is not there, where it has looked for it itself and the vendor refuses nothing. */
	notThere?: string;
	/** Why it does no harm to send it twice, where the method does not say so. */
	harmlessTwice?: string;
	/** Of several kinds of requests, those that do no harm. */
	isHarmless?: (request: OutgoingRequest) => boolean;
	/** Whether a row says that something of it is unknown. */
	isUnknown?: (row: IDataObject) => boolean;
	/** The operation itself notes all work that it begins, of any outcome, in keys that hold the item's mark. */
	isWrittenDown?: boolean;
	/** The effect of all its requests, for all endpoints and methods; each request's own when absent. */
	effect?: string;
	/** It follows the work that it has started, and may miss the end of work that was done. */
	follows?: boolean;
	/** The vendor does it once under a key: what an earlier try has begun is sent again, and a refusal of that says nothing of the first. */
	isKeyed?: boolean;
	/** Many items in three requests, one of them not fit. */
	chunks?: { parameters?: INodeParameters; items: number; bad: (item: ItemMade) => ItemMade };
	/** The places of the items that a request is about, where the marks do not tell. */
	about?: (request: OutgoingRequest, items: readonly ItemMade[], sandbox: Sandbox) => number[] | undefined;
}

/** Samples of a node's writing operations, by resource and operation. */
export type Samples = Record<string, Record<string, Sample>>;

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** The mark of most items. */
export const markOf = (place: number): string => `m${place}m`;

/** A phone number of its own for each item. */
export const phoneOf = (place: number): string => `+1202555${1_000 + place}`;

/** For a new record. */
export const named = (place: number): ItemMade => ({ mark: markOf(place), name: `Census ${markOf(place)}` });

/** For a record that exists, with its ID. */
export const known = (_place: number, id: string): ItemMade => ({ mark: id, id });
