import type { PeoplePolicy } from '../people/options';
import type { Claim } from '../identity/claim';

type Members = Record<string, unknown>;

/** The change that an item makes to a record. */
export interface Change extends Claim {
	/** Fields with their new values. */
	values: Members;
	/** Names of the fields to empty. */
	cleared: string[];
	/** Names of the fields that Replace All keeps: they are mapped, but the item has no value for them. */
	untouched: string[];
	/** Links and opt-outs that the user chose to set. Kayse keeps the others. */
	apart: Members;
}

/** How an update treats the fields that a change does not name. */
export interface UpdatePolicy extends PeoplePolicy {
	mode: 'keep' | 'replace';
	/** Whether a field that Kayse does not show counts as empty. Otherwise such a field stops the update. */
	unseenIsEmpty: boolean;
	/** Whether Replace All reads the record first and keeps its opt-outs. */
	keepsOptOuts: boolean;
}
