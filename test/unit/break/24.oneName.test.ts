import { describe, expect, it } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';

import { NODE_TYPES_BY_NAME } from '../../support/nodeTypes';

/** Collections have other members for each operation, a mapper asks anew; a hidden field is never seen. */
const COMPARED: ReadonlySet<string> = new Set([
	'string',
	'number',
	'boolean',
	'options',
	'multiOptions',
	'dateTime',
	'json',
]);

const isTool = ({ displayOptions }: INodeProperties): boolean => displayOptions?.show?.['@tool'] !== undefined;

/** What a user sees of a field, and what it does before anybody has touched it. */
const seen = ({ displayName, default: preset, options = [] }: INodeProperties): string =>
	JSON.stringify([displayName, preset, options.map((option) => ('value' in option ? option.value : option.name))]);

const membersOf = ({ type, options = [] }: INodeProperties): INodeProperties[] =>
	type === 'collection' ? options.filter((option): option is INodeProperties => 'type' in option) : [];

/** Names that stand for fields that differ, among fields that take each other's place when a dropdown is changed. */
function different(fields: INodeProperties[]): string[] {
	const byName = new Map<string, Set<string>>();
	for (const field of fields.filter((each) => COMPARED.has(each.type) && !isTool(each) && each.name !== 'operation'))
		byName.set(field.name, (byName.get(field.name) ?? new Set()).add(seen(field)));
	return [...byName].filter(([, forms]) => forms.size > 1).map(([name]) => name);
}

/**
 * Section 1: "A structure test: two properties with one name in one node differ in nothing but `displayOptions`, or depend on resource and
 * operation." The present test compares types and what is fetched, and nothing that a user sees. So a value moves into a field that means
 * something else: Kayse's "Voice Calls" of one client into that of *all* linked clients; Kakiyo's address of a person (Do Not Contact) into
 * the address that a webhook reports to; KAIRO's method DELETE to another resource.
 */
describe.each(NODE_TYPES_BY_NAME.filter(([, { description }]) => !description.group.includes('trigger')))(
	'fields of one name in %s',
	(_name, { description: { properties } }) => {
		it('have one label, one default and the same choices', () => {
			expect(different(properties)).toEqual([]);
		});

		// Kayse: "Respect Opt-Outs" is on in Take In and off in Send SMS, Send Email and Schedule. Who has seen it on reads it as on.
		it('have them in Options, too', () => {
			const options = properties.filter(({ name }) => name === 'options').flatMap(membersOf);
			expect(different(options)).toEqual([]);
		});
	},
);
