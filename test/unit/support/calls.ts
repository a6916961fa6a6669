import type { ItemParameters } from '../../../nodes/shared/contract/operation';

/** An item's call with these node parameters. */
export function callWith(fields: Record<string, unknown>, rest: Partial<Omit<ItemParameters, 'field'>> = {}): ItemParameters {
	return {
		index: 0,
		input: {},
		isTool: false,
		timeZone: 'America/New_York',
		query: {},
		body: {},
		...rest,
		parameter: (name, fallback) => fields[name] ?? fallback,
	};
}
