import type { PeoplePolicy } from '../people/options';
import type { Claim } from '../identity/claim';

type Members = Record<string, unknown>;

/** What an item wants a record to be. */
export interface Change extends Claim {
	/** Fields with their new values. */
	values: Members;
	/** Names of the fields to empty. */
	cleared: string[];
	/** Links and opt-outs that the user chose to set; absent ones are left to Kayse. */
	apart: Members;
}

/** What happens to the fields that a change does not name. */
export interface UpdatePolicy extends PeoplePolicy {
	mode: 'keep' | 'replace';
	/** A field that Kayse does not show counts as empty, instead of stopping the update. */
	unseenIsEmpty: boolean;
	/** Replace All reads the record, so that an opt-out stays. */
	keepsOptOuts: boolean;
}
