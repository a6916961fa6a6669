import { refuse } from '../errors';

/** 403 when the plan's limit for such records is reached. */
export function withinPlan(collection: ReadonlyMap<string, unknown>, maximum: number | null, what: string): void {
	if (maximum !== null && collection.size >= maximum)
		throw refuse(403, 'forbidden', `Plan limit reached: ${maximum} ${what}`);
}
