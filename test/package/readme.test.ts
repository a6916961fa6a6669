import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import type { INodePropertyOptions, INodeType } from 'n8n-workflow';

import { KaiCalls } from '../../nodes/KaiCalls/KaiCalls.node';
import { Kairo } from '../../nodes/Kairo/Kairo.node';
import { Kakiyo } from '../../nodes/Kakiyo/Kakiyo.node';
import { Kayse } from '../../nodes/Kayse/Kayse.node';
import { peopleColumns } from '../../nodes/Kakiyo/columns';
import { caseColumns, clientColumns } from '../../nodes/Kayse/columns';
import { legalCase } from '../../nodes/Kayse/records/case';
import { client } from '../../nodes/Kayse/records/client';
import { labelOfField, type RecordKind } from '../../nodes/Kayse/records/record';
import { parsedColumns, type KnownColumns } from '../../nodes/shared/values/columns';
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
	const nodes: Array<[string, INodeType]> = [
		['Kakiyo', new Kakiyo()],
		['KaiCalls', new KaiCalls()],
		['Kayse', new Kayse()],
		['KAIRO', new Kairo()],
	];

	it.each(nodes)('covers exactly the operations that the %s node has', (name, node) => {
		const { properties } = node.description;
		const choices = (field: string) =>
			properties.filter((property) => property.name === field).map(({ options = [], displayOptions }) => ({
				resource: displayOptions?.show?.resource?.[0],
				options: options.filter(isChoice),
			}));
		const resources = choices('resource').flatMap(({ options }) => options);
		const offered = choices('operation').flatMap(({ resource, options }) =>
			options.map(({ name: operation }) => `${resources.find(({ value }) => value === resource)?.name} > ${operation}`),
		);
		const [, section = ''] = readme.split(`## ${name}\n`);
		const table = section.split('\n\n').find((paragraph) => paragraph.trim().startsWith('|')) ?? '';
		expect(covered(table.trim()).sort(byName)).toEqual(offered.sort(byName));
	});

	/** As in "`full_name`, else `first_name` + `last_name`". */
	const inWords = (text = ''): string =>
		parsedColumns(text)
			.map((rank) => rank.map((names) => names.map((name) => `\`${name}\``).join(' + ')).join(' or '))
			.join(', else ');

	const kinds: Array<[RecordKind, KnownColumns]> = [[client, clientColumns], [legalCase, caseColumns]];

	it.each([
		['people', peopleColumns.exports.map(({ program, columns }) => `| ${program} | ${inWords(columns.name)} | ${inWords(columns.url)} |`)],
		...kinds.map(([kind, { exports }]): [string, string[]] => [
			`${kind.singular}s`,
			exports.map(({ program, columns }) => `| ${program} | ${Object.entries(columns).map(([name, text]) => `${labelOfField(kind, name)}: ${inWords(text)}`).join('; ')} |`),
		]),
	])('prints the columns of %s that Map Automatically knows', (_, rows) => {
		const lines = readme.split('\n');
		expect(lines).toEqual(expect.arrayContaining(rows));
		const first = lines.indexOf(rows[0] ?? '');
		expect(lines.slice(first, first + rows.length + 1)).toEqual([...rows, '']);
	});

	it('names no command that does not exist', () => {
		const commands = [...readme.matchAll(/`?npm (?:run )?([a-z:0-9]+)/g)].map(([, name = '']) => name);
		for (const name of commands) expect(Object.keys(packageJson.scripts)).toContain(name);
	});
});
