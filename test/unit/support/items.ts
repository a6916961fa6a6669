import type { ItemParameters } from '../../../nodes/shared/contract/operation';

/** An item with these node parameters. */
export function itemWith(
	parameters: Record<string, unknown>,
	rest: Partial<Omit<ItemParameters, 'parameter'>> = {},
): ItemParameters {
	return {
		index: 0,
		input: {},
		isTool: false,
		columns: { offer: () => {}, use: () => {}, unused: () => [] },
		timeZone: 'America/New_York',
		query: {},
		body: {},
		isExpression: () => false,
		templateOf: () => undefined,
		check() {},
		...rest,
		parameter: (path, fallback = '') => parameters[path] ?? fallback,
	};
}
