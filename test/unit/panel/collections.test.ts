import { describe, expect, it } from '@jest/globals';

import { NODE_TYPES_BY_NAME } from '../../support/nodeTypes';

/** Where new fields will join, and how n8n's own nodes have it: users look for them there. */
const OF_ALL_NODES = ['options', 'requestOptions'];

describe.each(NODE_TYPES_BY_NAME)('the fields of %s', (_name, { description: { properties } }) => {
	it('are in the panel itself if a collection would hide only one', () => {
		const hiding = properties.filter(
			({ name, type, options = [] }) => type === 'collection' && options.length < 2 && !OF_ALL_NODES.includes(name),
		);
		expect(
			hiding.map(({ displayName, displayOptions, options }) =>
				[
					displayOptions?.show?.resource,
					displayOptions?.show?.operation,
					displayName,
					options?.map(({ name }) => name),
				].join(' '),
			),
		).toEqual([]);
	});
});
