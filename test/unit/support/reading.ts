import type { Reading } from '../../../nodes/shared/values/reading/reading';

/** A field called "Field" in a workflow in New York. */
export const reading = (rest: Partial<Reading> = {}): Reading => ({
	label: 'Field',
	timeZone: 'America/New_York',
	...rest,
});
