import { describe, expect, it } from '@jest/globals';

import { offeredBy } from '../../engine/description';
import { NODE_TYPES } from '../../support/nodeTypes';

const DROPDOWNS = NODE_TYPES.flatMap(({ description: { properties } }) => properties).filter(
	({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.['@tool'] !== undefined,
);

describe('the operations of a node that is the tool of an agent', () => {
	it('are all except those that would let the agent wait', () => {
		const names = (isTool: boolean) =>
			NODE_TYPES.flatMap((node) =>
				offeredBy(node, { isTool }).operations.map(({ at }) => `${node.description.displayName}: ${at}`),
			);
		const offered = new Set(names(true));
		expect(names(false).filter((name) => !offered.has(name))).toEqual(['KaiCalls: Call > Create and Wait']);
	});

	it('are decided by that condition first: n8n does not check others after an expression', () => {
		const conditions = DROPDOWNS.map(({ displayOptions }) => Object.keys(displayOptions?.show ?? {}));
		expect(conditions).toEqual(DROPDOWNS.map(() => ['@tool', 'resource']));
	});
});
