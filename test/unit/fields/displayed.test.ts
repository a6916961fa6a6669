import { describe, expect, it } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';

import { NODE_TYPES_BY_NAME } from '../../support/nodeTypes';

/** Conditions of fields that name no field of their own level, here and in the levels below. */
function strangers(fields: INodeProperties[]): string[] {
	const names = new Set(fields.map(({ name }) => name));
	return fields.flatMap(({ name, displayOptions, options = [] }) => {
		const conditions = Object.values(displayOptions ?? {}).flatMap((rule) => Object.keys(Object(rule)));
		const unknown = conditions
			.filter((condition) => !/^[/@]/.test(condition) && !names.has(condition))
			.map((condition) => `${name}: ${condition}`);
		const below = options.flatMap((option) => ('values' in option ? strangers(option.values) : []));
		return [
			...unknown,
			...below,
			...strangers(options.filter((option): option is INodeProperties => 'type' in option)),
		];
	});
}

describe.each(NODE_TYPES_BY_NAME)('%s', (_name, { description }) => {
	it('shows fields by fields of their own level, or of the node by a slash: n8n before 2.34 refuses to run a workflow with another node', () => {
		expect(strangers(description.properties)).toEqual([]);
	});
});
