import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import type { INodePropertyOptions } from 'n8n-workflow';

import { Kakiyo } from '../../nodes/Kakiyo/Kakiyo.node';
import packageJson from '../../package.json';

const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');

const isChoice = (option: object): option is INodePropertyOptions => 'value' in option;
const byName = (a: string, b: string) => a.localeCompare(b);

/** Resource and operation of every row of a coverage table; one row may name several operations. */
function covered(table: string): string[] {
	let resource = '';
	return table
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.slice(2)
		.flatMap((line) => {
			const [, first = '', operations = ''] = line.split('|').map((cell) => cell.trim());
			resource = first || resource;
			return operations.split(', ').map((operation) => `${resource} > ${operation}`);
		});
}

describe('the README', () => {
	it('covers exactly the operations that the Kakiyo node has', () => {
		const { properties } = new Kakiyo().description;
		const choices = (name: string) =>
			properties.filter((property) => property.name === name).map(({ options = [], displayOptions }) => ({
				resource: displayOptions?.show?.resource?.[0],
				options: options.filter(isChoice),
			}));
		const resources = choices('resource').flatMap(({ options }) => options);
		const offered = choices('operation').flatMap(({ resource, options }) =>
			options.map(({ name }) => `${resources.find(({ value }) => value === resource)?.name} > ${name}`),
		);
		const [, section = ''] = readme.split('## Kakiyo\n');
		expect(covered(section.trim().split('\n\n')[0] ?? '').sort(byName)).toEqual(offered.sort(byName));
	});

	it('names no command that does not exist', () => {
		const commands = [...readme.matchAll(/`?npm (?:run )?([a-z:0-9]+)/g)].map(([, name = '']) => name);
		for (const name of commands) expect(Object.keys(packageJson.scripts)).toContain(name);
	});
});
