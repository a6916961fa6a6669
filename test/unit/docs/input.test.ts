import { describe, expect, it } from '@jest/globals';

import { normalizeProfileUrl } from '../../../nodes/Kakiyo/profiles/address';
import { checkSourceId } from '../../../nodes/Kayse/values/sourceId';
import { READERS } from '../../../nodes/shared/values/reading/kind';
import { isPlaceholderId } from '../../../nodes/shared/values/placeholderId';
import { isPlaceholderName } from '../../../nodes/shared/values/placeholderName';
import { isPlaceholderDate } from '../../../nodes/shared/values/placeholderDate';
import { isNothing } from '../../../nodes/shared/values/reading/nothing';
import type { Reader } from '../../../nodes/shared/values/reading/reading';
import { rowsOf } from '../../support/pageTable';
import { reading } from '../support/reading';

const byName = (a: string, b: string) => a.localeCompare(b);

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

/** Each example of docs/input.md. */
function brought(): Brought[] {
	let kind = '';
	return rowsOf('docs/input.md', '| Kind |').flatMap(([first = '', examples = '', becomes = '']) => {
		kind = first || kind;
		return codeIn(examples).map((value) => ({ kind, value, becomes }));
	});
}

describe('docs/input.md, of data that people bring,', () => {
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
