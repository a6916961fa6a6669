import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeProperties, INodeType } from 'n8n-workflow';

import { pathBelow } from '../../../nodes/Kairo/apiRequest/path';
import { prospects } from '../../../nodes/Kakiyo/resources/prospect/row';
import { SharedIds } from '../../../nodes/Kayse/identity/sharedIds';
import { readMapped } from '../../../nodes/Kayse/input/mapping';
import { legalCase } from '../../../nodes/Kayse/records/case';
import { client } from '../../../nodes/Kayse/records/client';
import type { RecordKind } from '../../../nodes/Kayse/records/record';
import { entryPointsIn } from '../../../nodes/shared/engine/entryPoint';
import { recordStatements } from '../../../nodes/shared/memory/recordStatements';
import { FIELDS } from '../../../nodes/shared/fields/mapped';
import { AUTO_MAP } from '../../../nodes/shared/values/mappingModes';
import { readRow } from '../../../nodes/shared/fields/row';
import { readField } from '../../../nodes/shared/values/reading/field';
import { kindOf } from '../../../nodes/shared/values/reading/kind';
import { failureOf } from '../support/failures';
import { itemWith } from '../support/items';
import { VENDORS } from '../../support/vendors';

const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/** Nothing that any field but a text could take, with a zero-width space, a line break and a mark of direction in it. */
const NONSENSE = 'non\u200bsense\nof\u202esorts';
const AS_SHOWN = 'non\\u200bsense⏎of\\u202esorts';

const nodes: INodeType[] = VENDORS.map(({ node }) => node());

const isField = (option: object): option is INodeProperties => 'type' in option;

/** The field, or those that are added to it. */
const singleFields = (field: INodeProperties): INodeProperties[] =>
	field.type === 'collection' ? (field.options ?? []).filter(isField) : [field];

/** Texts take it, and what an operation reads by itself is tried below. */
const TAKEN = new Set([
	'anyChoice',
	'briefing',
	'dataJson',
	'id',
	'idList',
	'instructions',
	'json',
	'list',
	'longText',
	'message',
	'messageJson',
	'messageLine',
	'messageTemplate',
	'own',
	'ownId',
	'personName',
	'secret',
	'settingsJson',
	'spokenLine',
	'taskJson',
	'text',
	'texts',
	'url',
]);

/** A dropdown whose entries come from the vendor takes every value. */
const refuses = (field: INodeProperties): boolean =>
	!TAKEN.has(kindOf(field)) && field.typeOptions?.loadOptionsMethod === undefined;

const fields = nodes.flatMap(({ description }) =>
	[...entryPointsIn(description.properties)].flatMap(([resource, byOperation]) =>
		[...byOperation].flatMap(([operation, { target }]) =>
			target.fields
				.flatMap(singleFields)
				.filter(refuses)
				.map((field) => ({
					name: `${description.displayName}: ${resource} > ${operation}, ${field.displayName} (${kindOf(field)})`,
					field,
				})),
		),
	),
);

/** All that the user reads of a failure: the error, and the advice. */
function textOf(work: () => unknown): string {
	const { message, description } = failureOf(work);
	expect(description).toMatch(/\S/);
	return `${message} ${description}`;
}

describe('a wrong value is shown with its invisible characters', () => {
	it.each(fields)('$name', ({ field }) => {
		const text = textOf(() => readField(field, NONSENSE, { timeZone: 'UTC', unfiltered: () => undefined }));
		expect(text).toContain(`"${field.displayName}"`);
		expect(text).toMatch(/non\\u200bsense/);
		expect(text).not.toMatch(UNSEEN);
	});

	const automatic = (input: IDataObject) => itemWith({ [FIELDS]: { mappingMode: AUTO_MAP, value: null } }, { input });

	const recordFields = [client, legalCase].flatMap((kind: RecordKind) =>
		kind.fields
			.filter(({ type }) => !['string', 'object', 'name', 'personName', 'caseNumber', 'sourceId'].includes(type))
			.map(({ name, label }) => ({ kind, name, label })),
	);

	it.each(recordFields)('Kayse, mapped: $label', ({ kind, name }) => {
		const text = textOf(() => readMapped(automatic({ [name]: NONSENSE }), kind, { parameter: FIELDS }));
		expect(text).toContain(`(got "${AS_SHOWN}")`);
		expect(text).not.toMatch(UNSEEN);
	});

	it.each(['url', 'ongoing', 'LinkedIn Profile'])('Kakiyo, mapped: %s', (name) => {
		const text = textOf(() =>
			readRow(
				automatic({ name: 'Ann', url: 'in/ann', ...(name === 'LinkedIn Profile' && { url: '' }), [name]: NONSENSE }),
				prospects,
			),
		);
		expect(text).toContain(name);
		expect(text).toContain(`"${AS_SHOWN}"`);
		expect(text).not.toMatch(UNSEEN);
	});

	const shared = (values: Record<string, unknown>[]) => () => {
		const ids = new SharedIds(recordStatements({}, '', 0), client);
		for (const [index, each] of values.entries()) ids.check({ id: undefined, values: each, isSame: false }, index);
	};
	const source = { external_source: 'import', external_source_id: 'a\u200b1' };

	it.each<[string, () => unknown, string]>([
		[
			'an ID that stands for nobody',
			() => readMapped(automatic({ external_source_id: 'not\u00a0available' }), client, { parameter: FIELDS }),
			'"not\\u00a0available"',
		],
		[
			'an ID of two people',
			shared([
				{ ...source, first_name: 'Ann' },
				{ ...source, first_name: 'B\u200bob' },
			]),
			'"a\\u200b1" and another name, "Ann" instead of "B\\u200bob"',
		],
		[
			'columns that contradict each other',
			() => readRow(automatic({ name: 'Ann', 'Profile URL': 'in/ann', 'LinkedIn\u200b Profile': 'in/bob' }), prospects),
			'"LinkedIn\\u200b Profile"',
		],
		['columns that an item has', () => readRow(automatic({ 'Some\u200bthing': 'x' }), prospects), '"Some\\u200bthing"'],
		['a path', () => pathBelow('/agents', 'a%\u200bb'), '"a%\\u200bb"'],
	])('%s', (_, work, part) => {
		const text = textOf(work);
		expect(text).toContain(part);
		expect(text).not.toMatch(UNSEEN);
	});
});

describe('the texts about columns', () => {
	it('names a column in one pair of quotation marks', () => {
		const input = { 'First Name': 'Hi', 'Last Name': 'undefined, you', url: 'in/ann', Ongoing: 'maybe' };
		const item = itemWith({ [FIELDS]: { mappingMode: AUTO_MAP, value: null } }, { input });
		expect(failureOf(() => readRow(item, prospects)).message).toBe(
			'"Name (First Name + Last Name)" has "undefined" in it, so a value is missing',
		);
		expect(
			failureOf(() => readRow({ ...item, input: { name: 'Ann', url: 'in/ann', Ongoing: 'maybe' } }, prospects)).message,
		).toBe('"Already in Conversation (Ongoing)" must be yes or no (got "maybe")');
	});

	it('distinguishes a placeholder in a cell from an empty cell', () => {
		const item = itemWith(
			{ [FIELDS]: { mappingMode: AUTO_MAP, value: null } },
			{ input: { Title: '-', Team: 'N/A', Notes: '', url: 'in/ann' } },
		);
		expect(failureOf(() => readRow(item, prospects)).message).toBe(
			'Input field "name" is missing. The item has "url"; "Title" and "Team" say "-" and "N/A", so it counts as empty; "Notes" is empty',
		);
	});

	it('lists at most five addresses of a cell', () => {
		const many = Array.from({ length: 8 }, (_, index) => `linkedin.com/in/person-${index}`).join('; ');
		const item = itemWith({ [FIELDS]: { mappingMode: AUTO_MAP, value: null } }, { input: { name: 'Ann', url: many } });
		const { message } = failureOf(() => readRow(item, prospects));
		expect(message).toContain('person-4" and 3 more)');
		expect(message).not.toContain('person-5');
	});
});
