import { describe, expect, it } from '@jest/globals';
import type { INodeType } from 'n8n-workflow';

import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { kaiCalls } from '../../../nodes/KaiCalls/vendor';
import { Kairo } from '../../../nodes/Kairo/Kairo.node';
import { kairo } from '../../../nodes/Kairo/vendor';
import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { kakiyo } from '../../../nodes/Kakiyo/vendor';
import { Kayse } from '../../../nodes/Kayse/Kayse.node';
import { kayse } from '../../../nodes/Kayse/vendor';
import type { Vendor } from '../../../nodes/shared/contract/vendor';
import { contentOf } from '../../../nodes/shared/values/label';
import { offeredBy } from '../../engine/description';

const NODES: Array<[Vendor, INodeType]> = [
	[kakiyo, new Kakiyo()],
	[kaiCalls, new KaiCalls()],
	[kayse, new Kayse()],
	[kairo, new Kairo()],
];

/** Kayse lists no clients and cases; KAIRO lists runs by agent and by workflow. */
const NAMELESS = new Set(['Get Runs']);

describe.each(NODES)('the operations that list the IDs of $name', ({ listedBy }, node) => {
	const operations = offeredBy(node).operations.map(({ at }) => at);

	it.each(Object.entries(listedBy))('%s: the node has the operation %s', (_, operation) => {
		expect(NAMELESS.has(operation) || operations.includes(operation)).toBe(true);
	});

	it('are known for every field with a list of records', () => {
		const chosen = node.description.properties.filter(
			({ type, modes }) => type === 'resourceLocator' && modes?.some(({ name }) => name === 'id'),
		);
		expect(chosen.map(({ name }) => name).filter((name) => !(contentOf(name) in listedBy))).toEqual([]);
	});
});
