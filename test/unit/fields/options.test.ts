import { describe, expect, it } from '@jest/globals';
import type { INodeProperties, INodeType } from 'n8n-workflow';

import { entryPointsIn } from '../../../nodes/shared/engine/entryPoint';
import { kindOf, type Kind } from '../../../nodes/shared/values/reading/kind';
import { VENDORS } from '../../support/vendors';

const isField = (option: object): option is INodeProperties => 'type' in option;

/** The fields, those inside of others included. */
function flat(fields: INodeProperties[]): INodeProperties[] {
	return fields.flatMap((field) => {
		const options = field.options ?? [];
		const inside = [
			...options.filter(isField),
			...options.flatMap((option) => ('values' in option ? option.values : [])),
		];
		return [field, ...flat(inside)];
	});
}

/** Fields of mapped rows and records, which the node itself does not have. */
const MAPPED: Record<string, string[]> = {
	defaultCountry: [
		'Kayse: client > create',
		'Kayse: client > update',
		'Kayse: client > upsert',
		'Kayse: lead > intake',
	],
	sendUnfilledText: ['Kakiyo: prospect > add', 'Kakiyo: prospect > distribute', 'Kakiyo: prospect > updateCustomData'],
};

const nodes: INodeType[] = VENDORS.map(({ node }) => node());

const operations = nodes.flatMap(({ description: { displayName, properties } }) =>
	[...entryPointsIn(properties)].flatMap(([resource, byOperation]) =>
		[...byOperation].map(([operation, { target }]) => {
			const { options = [] } = properties.find(({ name }) => name === 'options') ?? {};
			const shows = (option: string) =>
				options.some(
					(candidate) =>
						isField(candidate) &&
						candidate.name === option &&
						Object.entries({ '/resource': resource, '/operation': operation }).every(
							([name, value]) => candidate.displayOptions?.show?.[name]?.includes(value) ?? true,
						),
				);
			return { name: `${displayName}: ${resource} > ${operation}`, shows, fields: flat(target.fields) };
		}),
	),
);

describe.each<[string, Kind[]]>([
	['defaultCountry', ['postalCode', 'telephone']],
	[
		'sendUnfilledText',
		[
			'briefing',
			'message',
			'instructions',
			'messageJson',
			'messageLine',
			'messageTemplate',
			'personName',
			'settingsJson',
			'spokenLine',
			'taskJson',
		],
	],
])('the option %s', (option, kinds) => {
	it(`is in all operations that use it, and in no others`, () => {
		const needing = operations.filter(
			({ name, fields }) => MAPPED[option]?.includes(name) || fields.some((field) => kinds.includes(kindOf(field))),
		);
		expect(needing).not.toEqual([]);
		expect(operations.filter(({ shows }) => shows(option)).map(({ name }) => name)).toEqual(
			needing.map(({ name }) => name),
		);
	});
});
