import { describe, expect, it } from '@jest/globals';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { fieldsOf, offeredBy } from '../../engine/description';
import { NODE_TYPES_BY_NAME } from '../../support/nodeTypes';

/** All fields with where they stand, such as `filters.agents`. */
const placed = (fields: INodeProperties[], within = ''): Array<{ place: string; field: INodeProperties }> =>
	fields.flatMap((field) => {
		const place = `${within}${field.name}`;
		const inner = (field.options ?? []).flatMap((option) =>
			'values' in option ? option.values : 'type' in option ? [option] : [],
		);
		return [{ place, field }, ...placed(inner, `${place}.`)];
	});

/** What n8n's editor fetches for a field, and keeps when another field of the same name takes its place. */
const fetched = ({ typeOptions, modes = [] }: INodeProperties): string =>
	JSON.stringify([
		typeOptions?.loadOptionsMethod,
		typeOptions?.resourceMapper?.resourceMapperMethod,
		modes.map((mode) => mode.typeOptions?.searchListMethod),
	]);

const NOTHING_FETCHED = fetched({ displayName: '', name: '', type: 'string', default: '' });

/** By what decides which of the fields of one name is shown. */
function isFetchedAgain({ displayOptions, typeOptions }: INodeProperties): boolean {
	const deciding = Object.keys(displayOptions?.show ?? {}).filter((name) =>
		['resource', 'operation', 'mode'].includes(name),
	);
	const asked: unknown[] = typeOptions?.loadOptionsDependsOn ?? [];
	return asked.length > 0 && deciding.every((name) => asked.includes(name));
}

function groups<T>(all: T[], keyOf: (one: T) => string): T[][] {
	const found = new Map<string, T[]>();
	for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
	return [...found.values()];
}

/**
 * Without collections, which have other members for each operation, and without mappers and lists of operations, which
 * the editor asks for again.
 */
const COMPARED: ReadonlySet<string> = new Set([
	'string',
	'number',
	'boolean',
	'options',
	'multiOptions',
	'dateTime',
	'json',
	'resourceLocator',
]);

const isTool = ({ displayOptions }: INodeProperties): boolean => displayOptions?.show?.['@tool'] !== undefined;

/** The appearance of a field for a user, and its effect before anybody has touched it. */
const seen = ({ displayName, default: preset, options = [] }: INodeProperties): string =>
	JSON.stringify([displayName, preset, options.map((option) => ('value' in option ? option.value : option.name))]);

const membersOf = ({ type, options = [] }: INodeProperties): INodeProperties[] =>
	type === 'collection' ? options.filter((option): option is INodeProperties => 'type' in option) : [];

/** Names of fields that take each other's place when a dropdown is changed, and differ. */
function namesOfDifferent(fields: INodeProperties[]): string[] {
	const compared = fields.filter(
		(field) => COMPARED.has(field.type) && !isTool(field) && field.name !== 'operation' && !isFetchedAgain(field),
	);
	return groups(compared, ({ name }) => name).flatMap((same) =>
		new Set(same.map(seen)).size > 1 ? [same[0]?.name ?? ''] : [],
	);
}

const ERASING = /^(delete|release|remove|unassign|detach|clear|cancel|rotate|revoke|stop|close|end(?![a-z]))/;

const named = (option: INodePropertyOptions, name: string): boolean => option.value === name;

describe.each(NODE_TYPES_BY_NAME)('when Resource, Operation or Mode of %s is changed', (_name, node) => {
	const { properties } = node.description;

	it('no field becomes one of another type under the same name', () => {
		// Options and Operation stand hidden where n8n itself could not read them.
		const types = groups(
			properties.filter(({ type }) => type !== 'hidden'),
			({ name }) => name,
		).map((fields) => fields.map(({ name, type }) => `${name}: ${type}`));
		expect(types.filter((each) => new Set(each).size > 1)).toEqual([]);
	});

	it('fields of one name have one label, one default and the same choices, in collections, too', () => {
		const collections = groups(
			properties.filter(({ type }) => type === 'collection'),
			({ name }) => name,
		).flatMap((same) => namesOfDifferent(same.flatMap(membersOf)).map((name) => `${same[0]?.name}.${name}`));
		expect([...namesOfDifferent(properties), ...collections]).toEqual([]);
	});

	it('the editor does not show data fetched for one field in another of the same name', () => {
		const different = groups(placed(properties), ({ place }) => place).filter(
			(fields) => new Set(fields.map(({ field }) => fetched(field))).size > 1,
		);
		const kept = different.flat().filter(({ field }) => fetched(field) !== NOTHING_FETCHED && !isFetchedAgain(field));
		expect(kept.map(({ place }) => place)).toEqual([]);
	});

	it('a record chosen for another operation is not the one to be erased, released, removed or ended', () => {
		const { operations } = offeredBy(node);
		const canResume = (where: unknown): boolean =>
			operations.some(({ resource, option }) => resource === where && named(option, 'resume'));
		const isForGood = (resource: unknown, option: INodePropertyOptions): boolean =>
			ERASING.test(String(option.value)) || (named(option, 'pause') && !canResume(resource));
		const all = operations.map(({ at, resource, option }) => ({
			at,
			isErasing: isForGood(resource, option),
			names: fieldsOf(node, resource, option.value)
				.filter(({ required }) => required)
				.map(({ name }) => name),
		}));
		const shared = all
			.filter(({ isErasing }) => isErasing)
			.filter(({ at, names }) =>
				names.every((name) => all.some((other) => other.at !== at && other.names.includes(name))),
			);
		expect(shared.map(({ at }) => at)).toEqual([]);
	});

	it('fields to clear are those of the record that is updated', () => {
		const clearing = properties.filter(({ displayName }) => displayName.startsWith('Clear Field'));
		const resources = groups(clearing, ({ name }) => name).map(
			(fields) => new Set(fields.flatMap(({ displayOptions }) => displayOptions?.show?.resource)),
		);
		expect(resources.filter(({ size }) => size > 1)).toEqual([]);
	});
});
