import { describe, expect, it } from '@jest/globals';
import { NodeHelpers, type INode, type INodeParameters, type INodeProperties } from 'n8n-workflow';

import { packageNodes } from '../executor/evaluations/nodes';
import { asToolDescription } from './offeredTools';

/** Types for which n8n never shows the button that leaves a field to a model (n8n-editor-ui: fromAIOverride.utils.ts). */
const NEVER_OFFERED = ['options', 'credentialsSelect', 'notice', 'hidden'];

const isField = (option: object): option is INodeProperties => 'type' in option;

/** Paths of the fields inside that can be left to a model. */
function offeredIn({ name, type, noDataExpression, options = [] }: INodeProperties, before = ''): string[] {
	const path = `${before}${name}`;
	if (type === 'collection') return options.filter(isField).flatMap((member) => offeredIn(member, `${path}.`));
	if (type === 'fixedCollection')
		return options.flatMap((group) =>
			'values' in group ? group.values.flatMap((member) => offeredIn(member, `${path}.`)) : [],
		);
	return noDataExpression || NEVER_OFFERED.includes(type) ? [] : [path];
}

/** Fields that are about the node, not about what one call of it does. */
const OWN = ['authentication', 'binaryPropertyName', 'options', 'requestOptions', 'simplify'];

describe.each(packageNodes.map(({ create }) => create()))('the node $description.displayName', (type) => {
	const description = asToolDescription(type);
	const shownIn = ({ name, properties }: typeof description): INodeProperties[] => {
		const node: INode = { id: '1', name: 'Tool', type: name, typeVersion: 1, position: [0, 0], parameters: {} };
		const values: INodeParameters = { options: {} };
		return properties
			.filter(({ name: field }) => OWN.includes(field))
			.filter((field) => {
				const { resource: _resource, operation: _operation, ...show } = field.displayOptions?.show ?? {};
				return NodeHelpers.displayParameter(
					values,
					{ ...field, displayOptions: { ...field.displayOptions, show } },
					node,
					{ ...description, name },
				);
			});
	};

	it('as a tool leaves no option to a model, except the person to call', () => {
		const offered = new Set(shownIn(description).flatMap((field) => offeredIn(field)));
		expect(
			[...offered].filter((path) => path !== 'options.onlyIfName' && path !== 'options.contactHours.timeZone'),
		).toEqual([]);
	});

	it('takes expressions in them in a workflow', () => {
		const offered = shownIn(type.description).flatMap((field) => offeredIn(field));
		expect(offered).toEqual(expect.arrayContaining(['options.maxRetries', 'options.maxWait', 'options.sendAgain']));
	});
});
