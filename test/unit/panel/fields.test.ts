import { describe, expect, it } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';

import { kindOf } from '../../../nodes/shared/values/reading/kind';
import { fieldsOf, offeredBy } from '../../engine/description';
import { NODE_TYPES_BY_NAME } from '../../support/nodeTypes';

/** All fields, those in collections and rows included. */
const allIn = (fields: INodeProperties[]): INodeProperties[] =>
	fields.flatMap((field) => [
		field,
		...allIn(
			(field.options ?? []).flatMap((option) =>
				'values' in option ? option.values : 'type' in option ? [option] : [],
			),
		),
	]);

function isJson(text: unknown): boolean {
	try {
		return JSON.parse(String(text)) !== undefined;
	} catch {
		return false;
	}
}

const labels = (fields: INodeProperties[]): string[] => fields.map(({ displayName }) => displayName);

describe.each(NODE_TYPES_BY_NAME)('the fields of %s', (_name, node) => {
	const fields = allIn(node.description.properties);

	it('show no red mark before anybody has filled them in', () => {
		const boxes = fields.filter(({ type, default: preset }) => type === 'json' && !String(preset).startsWith('='));
		expect(labels(boxes.filter(({ default: preset }) => !isJson(preset)))).toEqual([]);
	});

	it('show minutes without decimals', () => {
		expect(
			labels(
				fields.filter(
					({ displayName, typeOptions }) =>
						/Minutes|Seconds/.test(displayName) && (typeOptions?.numberPrecision ?? 0) > 0,
				),
			),
		).toEqual([]);
	});

	it('have one kind of field for a time of day, as 09:00', () => {
		const times = fields.filter((field) => ['clock', 'timeOfDay'].includes(kindOf(field)));
		expect(
			times
				.filter(({ type, placeholder }) => type !== 'string' || !/^e\.g\. \d\d:\d\d$/.test(placeholder ?? ''))
				.map(({ displayName }) => displayName),
		).toEqual([]);
	});

	it('have a picker for a day', () => {
		const days = fields.filter((field) => ['day', 'moment'].includes(kindOf(field)));
		expect(labels(days.filter(({ type }) => type !== 'dateTime'))).toEqual([]);
	});

	it('begin the week on Monday', () => {
		const weeks = fields
			.filter((field) => kindOf(field) === 'weekdays')
			.map(({ options: [first] = [] }) => first?.name);
		expect(weeks.filter((first) => first !== 'Monday')).toEqual([]);
	});

	it('ask for JSON only after other fields', () => {
		const { operations } = offeredBy(node);
		const first = operations.map(({ at, resource, option }) => ({
			at,
			field: fieldsOf(node, resource, option.value).find(
				({ type, name }) => type !== 'notice' && name !== 'toolDescription',
			),
		}));
		expect(first.filter(({ field }) => field?.type === 'json').map(({ at }) => at)).toEqual([]);
	});
});
