import { describe, expect, it } from '@jest/globals';
import { NodeHelpers, type INode, type INodeParameters, type INodeProperties, type INodeType } from 'n8n-workflow';

import { entryPointsIn } from '../../../nodes/shared/engine/entryPoint';
import { parametersPort } from '../../../nodes/shared/engine/parameters';
import { isRecord } from '../../../nodes/shared/values/json';
import { failureOf } from '../support/failures';
import { everyOne } from '../../support/everyOne';
import { VENDORS } from '../../support/vendors';

/** What an expression or a cell brings that says nothing. */
const EMPTY_VALUES: unknown[] = [undefined, null, '', '   ', '\u00a0\u200b', 'N/A', '-', 'null', 'undefined', [], ['']];

/** Mapped fields have a test of their own. */
const isTried = ({ required, type }: INodeProperties): boolean => required === true && type !== 'resourceMapper';

/** What a field must be shown for. */
function shownWith({ displayOptions }: INodeProperties): INodeParameters {
	const conditions = Object.entries(displayOptions?.show ?? {}).map(([name, values]) => [name, values?.[0]]);
	return Object.fromEntries(conditions) as INodeParameters;
}

/** As the node gets it: chosen from a list, one of several, or alone. */
const expressionIn = ({ type }: INodeProperties): INodeParameters[string] =>
	type === 'resourceLocator' ? { __rl: true, mode: 'id', value: '=value' } : '=value';

const nodes: INodeType[] = VENDORS.map(({ node }) => node());

const fields = nodes.flatMap(({ description }) =>
	[...entryPointsIn(description.properties)].flatMap(([resource, byOperation]) =>
		[...byOperation].flatMap(([operation, { target }]) =>
			target.fields.filter(isTried).map((field) => ({
				name: `${description.displayName}: ${resource} > ${operation}, ${field.displayName}`,
				description,
				field,
				all: target.fields,
			})),
		),
	),
);

describe('a required field whose expression finds nothing', () => {
	it.each(fields)('is refused by name: $name', ({ description, field, all }) => {
		const parameters = { ...shownWith(field), [field.name]: expressionIn(field) };
		const node: INode = { id: '1', name: 'Node', type: description.name, typeVersion: 1, position: [0, 0], parameters };
		node.parameters =
			NodeHelpers.getNodeParameters(description.properties, parameters, true, false, node, description) ?? {};
		expect(node.parameters).toHaveProperty(field.name);
		// A list may be the JSON that is meant.
		const nothings = EMPTY_VALUES.filter(
			(value) => field.type !== 'json' || typeof value !== 'object' || value === null,
		);
		for (const value of everyOne(nothings)) {
			const context = { getNode: () => node, getTimezone: () => 'UTC', evaluateExpression: () => value };
			const { message } = failureOf(() => parametersPort(context, all, [{}], false).of(0).parameter(field.name));
			expect(message).toContain(`"${field.displayName}"`);
		}
	});

	it('is checked even if the operation does not read it', () => {
		for (const { field } of everyOne(fields)) {
			const node: INode = {
				id: '1',
				name: 'Node',
				type: 'acme',
				typeVersion: 1,
				position: [0, 0],
				parameters: { [field.name]: expressionIn(field) },
			};
			const context = { getNode: () => node, getTimezone: () => 'UTC', evaluateExpression: () => undefined };
			expect(() => parametersPort(context, [field], [{}], false).of(0).check()).toThrow(`"${field.displayName}"`);
		}
	});
});

describe('a field whose expression yields an object', () => {
	const single = ({ name, type, typeOptions, required, routing }: INodeProperties): boolean =>
		name !== 'path' &&
		(type === 'string' || type === 'resourceLocator') &&
		typeOptions?.multipleValues !== true &&
		(required === true || isRecord(routing));

	it.each(fields.filter(({ field }) => single(field)))('is refused with the reason: $name', ({ field }) => {
		const node: INode = {
			id: '1',
			name: 'Node',
			type: 'acme',
			typeVersion: 1,
			position: [0, 0],
			parameters: { [field.name]: expressionIn(field) },
		};
		const context = { getNode: () => node, getTimezone: () => 'UTC', evaluateExpression: () => ({ a: 1 }) };
		const { message } = failureOf(() => parametersPort(context, [field], [{}], false).of(0).check());
		expect(message).toContain(`"${field.displayName}"`);
		expect(message).not.toContain('is empty');
	});
});
