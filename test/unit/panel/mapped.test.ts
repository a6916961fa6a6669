import { describe, expect, it } from '@jest/globals';
import { NodeHelpers, type INode, type INodeProperties, type INodeType } from 'n8n-workflow';

import { fieldsOf, offeredBy } from '../../engine/description';
import { AUTO_MAP, DEFINE_BELOW } from '../../../nodes/shared/values/mappingModes';
import { NODE_TYPES } from '../../support/nodeTypes';

/** The notices of an operation's panel whose mapped fields are all filled in this way. */
function noticesOf({ description }: INodeType, fields: INodeProperties[], mappingMode: string): string[] {
	const mappers = fields.filter(({ type }) => type === 'resourceMapper');
	const parameters = Object.fromEntries(mappers.map(({ name }) => [name, { mappingMode, value: null }]));
	const node: INode = { id: '', name: '', type: description.name, typeVersion: 1, position: [0, 0], parameters };
	return fields
		.filter(({ type }) => type === 'notice')
		.filter(({ displayOptions, ...notice }) => {
			const { resource: _resource, operation: _operation, ...show } = displayOptions?.show ?? {};
			return NodeHelpers.displayParameter(parameters, { ...notice, displayOptions: { show } }, node, description);
		})
		.map(({ displayName }) => displayName);
}

const mapping = NODE_TYPES.filter(({ description }) => !description.group.includes('trigger')).flatMap((node) =>
	offeredBy(node)
		.operations.map(({ at, resource, option }) => ({
			name: `${node.description.displayName}: ${at}`,
			node,
			fields: fieldsOf(node, resource, option.value),
		}))
		.filter(({ fields }) => fields.some(({ type }) => type === 'resourceMapper')),
);

describe('Map Automatically, where n8n says that columns must have the names of the fields,', () => {
	it.each(mapping)('names the allowed columns, and only in this mode: $name', ({ node, fields }) => {
		// A tool has one of its own.
		const mappers = new Set(fields.filter(({ type }) => type === 'resourceMapper').map(({ name }) => name));
		const byHand = noticesOf(node, fields, DEFINE_BELOW);
		const further = noticesOf(node, fields, AUTO_MAP).filter((notice) => !byHand.includes(notice));
		expect(further).toEqual([...mappers].map(() => expect.stringMatching(/spelling/)));
		expect(further.filter(({ length }) => length > 200)).toEqual([]);
	});

	it('is offered by the operations of Kakiyo and Kayse that read rows', () => {
		expect(mapping.length).toBeGreaterThan(10);
	});
});
