import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { peopleColumns } from '../../nodes/Kakiyo/input/columns';
import { normalizeProfileUrl } from '../../nodes/Kakiyo/profiles/address';
import { caseColumns, clientColumns } from '../../nodes/Kayse/records/columns';
import { legalCase } from '../../nodes/Kayse/records/case';
import { client } from '../../nodes/Kayse/records/client';
import { checkSourceId } from '../../nodes/Kayse/values/sourceId';
import { labelOfField, type RecordKind } from '../../nodes/Kayse/records/record';
import { parsedColumns, type KnownColumns } from '../../nodes/shared/values/knownColumns';
import { READERS } from '../../nodes/shared/values/reading/kind';
import { isPlaceholderId } from '../../nodes/shared/values/placeholderId';
import { isPlaceholderName } from '../../nodes/shared/values/placeholderName';
import { isPlaceholderDate } from '../../nodes/shared/values/placeholderDate';
import { isNothing } from '../../nodes/shared/values/reading/nothing';
import type { Reader } from '../../nodes/shared/values/reading/reading';
import { reading } from '../unit/support/reading';
import packageJson from '../../package.json';
import { everyOne } from '../support/everyOne';

const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');

const byName = (a: string, b: string) => a.localeCompare(b);

/** The cells of the table that follows a heading, without its first two lines. */
function tableUnder(heading: string): string[][] {
	const [, section = ''] = readme.split(`## ${heading}\n`);
	const [, table = ''] = /\n((?:\|.*\n)+)/.exec(section) ?? [];
	return table
		.split('\n')
		.slice(2, -1)
		.map((line) =>
			line
				.split(/(?<!\\)\|/)
				.slice(1, -1)
				.map((cell) => cell.trim().replaceAll('\\|', '|')),
		);
}

const codeIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** For what a reader cannot take; undefined where it says nothing of the value. */
const refusing =
	(read: (value: unknown) => unknown): Reader<unknown> =>
	(value) => {
		const found = read(value);
		if (found !== undefined && found !== false) return found;
		throw new Error(`${String(value)} was not taken`);
	};

const readerOf: Record<string, Reader<unknown>> = {
	'Telephone number': READERS.telephone,
	'LinkedIn address': refusing((value) => normalizeProfileUrl(String(value))),
	'Blank or placeholder': refusing(isNothing),
	'Yes or no': READERS.yesNo,
	Date: READERS.day,
	'Area code (KaiCalls)': READERS.areaCode,
	'Postal code': READERS.postalCode,
	'Time of day': READERS.clock,
	'Days of the week': READERS.weekdays,
	List: READERS.list,
	Number: READERS.number,
	'ID that is a whole number': READERS.wholeId,
	JSON: READERS.json,
	'Email address': READERS.email,
	'Text to a person': READERS.message,
	'Name of a person': READERS.personName,
	'External ID (Kayse)': (value) => checkSourceId(value, 'External Source ID'),
	'Run Key (KaiCalls)': refusing((value) => !isPlaceholderId(value)),
};

/** What says nothing, by kind. */
const saysNothing: Record<string, (value: unknown) => boolean> = {
	'Blank or placeholder': isNothing,
	Date: isPlaceholderDate,
	'Name of a person': isPlaceholderName,
};

interface Brought {
	kind: string;
	value: string;
	becomes: string;
}

/** Each example of the table "What you can bring". */
function brought(): Brought[] {
	let kind = '';
	return tableUnder('What you can bring').flatMap(([first = '', examples = '', becomes = '']) => {
		kind = first || kind;
		return codeIn(examples).map((value) => ({ kind, value, becomes }));
	});
}

describe('what the README says of data that people bring', () => {
	it.each(brought())('$kind: $value', ({ kind, value, becomes }) => {
		const read = readerOf[kind];
		if (!read) throw new Error(`Nothing reads ${kind}`);
		if (becomes.startsWith('Refused')) {
			expect(() => read(value, reading())).toThrow();
			return;
		}
		if (becomes.startsWith('Empty')) {
			expect(saysNothing[kind]?.(value)).toBe(true);
			return;
		}
		const found = read(value, reading());
		const [expected] = becomes.startsWith('`') ? codeIn(becomes) : [];
		if (expected !== undefined) expect(Array.isArray(found) ? found.join(', ') : String(found)).toBe(expected);
	});

	it('has an example of each kind that is read from a cell', () => {
		expect([...new Set(brought().map(({ kind }) => kind))].sort(byName)).toEqual(Object.keys(readerOf).sort(byName));
	});
});

describe('the README', () => {
	/** As in "`full_name`, else `first_name` + `last_name`". */
	const inWords = (text = ''): string =>
		parsedColumns(text)
			.map((rank) => rank.map((names) => names.map((name) => `\`${name}\``).join(' + ')).join(' or '))
			.join(', else ');

	const kinds: Array<[RecordKind, KnownColumns]> = [
		[client, clientColumns],
		[legalCase, caseColumns],
	];

	it.each([
		[
			'people',
			peopleColumns.exports.map(
				({ program, columns }) => `| ${program} | ${inWords(columns.name)} | ${inWords(columns.url)} |`,
			),
		],
		...kinds.map(([kind, { exports }]): [string, string[]] => [
			`${kind.singular}s`,
			exports.map(
				({ program, columns }) =>
					`| ${program} | ${Object.entries(columns)
						.map(([name, text]) => `${labelOfField(kind, name)}: ${inWords(text)}`)
						.join('; ')} |`,
			),
		]),
	])('prints the columns of %s that Map Automatically knows', (_, rows) => {
		const lines = readme.split('\n');
		expect(lines).toEqual(expect.arrayContaining(rows));
		const first = lines.indexOf(rows[0] ?? '');
		expect(lines.slice(first, first + rows.length + 1)).toEqual([...rows, '']);
	});

	it('names no command that does not exist', () => {
		const commands = [...readme.matchAll(/`?npm (?:run )?([a-z:0-9]+)/g)].map(([, name = '']) => name);
		for (const name of everyOne(commands)) expect(Object.keys(packageJson.scripts)).toContain(name);
	});
});
