import type { Call } from '../../../nodes/shared/executor/operation';

/** An item's call with these node parameters. */
export function callWith(fields: Record<string, unknown>, rest: Partial<Omit<Call, 'field'>> = {}): Call {
	return {
		item: 0,
		input: {},
		isTool: false,
		timeZone: 'America/New_York',
		query: {},
		body: {},
		...rest,
		field: (name, fallback) => fields[name] ?? fallback,
	};
}
