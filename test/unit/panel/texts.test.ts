import { describe, expect, it } from '@jest/globals';

import { fieldsOf, noticeOf, offeredBy } from '../../engine/description';
import { NODE_TYPES, NODE_TYPES_BY_NAME } from '../../support/nodeTypes';

/** n8n cuts a description after two lines. */
const LONGEST_DESCRIPTION = 100;

/** Two lines of the panel. */
const LONGEST_NOTICE = 170;

const NOT_DONE = /(\w+s (it )?(neither|nobody|nothing)|not called|has read|already)[^.;]*/gi;

const GRAVE =
	/\b(real (person|people|client)|for good|costs? money|bill(s|ed)|erases|deletes|rings|emails|write to all|once more|is gone)\b/i;

describe.each(NODE_TYPES_BY_NAME)('the operations of %s', (_name, node) => {
	const { operations } = offeredBy(node);

	it('have descriptions short enough for n8n', () => {
		const long = operations.filter(({ option: { description = '' } }) => description.length > LONGEST_DESCRIPTION);
		expect(long.map(({ at, option }) => [at, option.description])).toEqual([]);
	});

	it('name their effects on people, money or data above their fields, as they do to a model', () => {
		const silent = operations.filter(({ resource, option: { value } }) => {
			const [tool] = fieldsOf(node, resource, value).filter(({ name }) => name === 'toolDescription');
			return GRAVE.test(String(tool?.default).replace(NOT_DONE, '')) && noticeOf(node, resource, value) === '';
		});
		expect(silent.map(({ at }) => at)).toEqual([]);
	});

	it('have short notices', () => {
		const long = operations
			.map(({ resource, option: { value } }) => noticeOf(node, resource, value))
			.filter(({ length }) => length > LONGEST_NOTICE);
		expect(long).toEqual([]);
	});
});

describe('the resources of a node', () => {
	it.each([
		['kaiCalls', ['Call', 'SMS Message', 'Lead'], ['Event', 'Event Delivery', 'Webhook']],
		['kakiyo', ['Prospect', 'Campaign'], ['Webhook', 'Model', 'API Key']],
		['kayse', ['Lead', 'Client', 'Case'], ['Metadata']],
	])('begin with the most wanted, and end with those for developers: %s', (name, first, last) => {
		const [node] = NODE_TYPES.filter(({ description }) => description.name === name);
		const names = node === undefined ? [] : offeredBy(node).resources.map((resource) => resource.name);
		expect([names.slice(0, first.length), names.slice(-last.length)]).toEqual([first, last]);
	});
});
