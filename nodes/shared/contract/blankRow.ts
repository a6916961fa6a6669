import type { Failure } from './failure';

/** An item without anything in it, such as a blank row below the data of a table. It is passed over. */
export class BlankRow {
	/** @param fault of an item that has no fields at all: it stands where no item of the run has any, as there is no table then */
	constructor(readonly fault?: Failure) {}
}
