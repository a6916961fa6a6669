import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';

import { isNobodysId } from '../../../nodes/shared/values/nobodysId';

const KINDS: Record<string, unknown[]> = {
	'a placeholder': ['N/A', 'n/a', '#N/A', 'n.a.', '-', '—', 'null', '(null)', 'None', 'nan', '<NA>', 'undefined undefined', '#REF!', ' n/a ', '\u200bN/A\u00a0', '\\N', 'N/A, N/A'],
	'a word for none': ['na', 'unknown', 'Not_Set', 'no-id', '<missing>', 'None given', 'no id yet', 'not on file', 'k.A.', 'keine Angabe', 'sin datos', 'non renseigné', 'onbekend', 'not yet'],
	'a word for none in another language': ['n.v.t.', 'nvt', 'нет', 'не указано', 'なし', '无', '不明', 'por definir', 'à définir', 'a\u0300 de\u0301finir', 'pendiente', 'en attente', 'folgt', 'nog niet bekend', '없음', 'नहीं'],
	'a word for none, and a note or a number': ['n/a (walk-in)', 'N/A-1', 'crm-N/A-1', 'N/A-7', 'unknown (Smith)', 'unknown-9', 'TBD-4', 'no match', 'no match 3', 'n/a - Smith', 'なし1'],
	'kept back': ['redacted', 'PRIVATE', '[confidential]', 'privé'],
	'a word beside "id"': ['unknown id', 'ID unknown', 'missing id', 'id not found', 'No client ID', 'no external id', 'ID N/A', 'ID: N/A', 'ID TBD'],
	'said instead of an ID': ['see notes', 'walk-in', 'Walk in', 'ditto', 'anonymous', 'same as above', 'new lead', 'TBD', 'test', 'Loading...'],
	'the header of its column': ['external_source_id', 'Client ID', 'clientId', 'Case Number', 'record id', 'HubSpot ID', 'your-id', '[ID]'],
	'filled in for form’s sake': ['?', '...', '0', '0000', '000-00-000', '0.0', 'x', 'xxx', '9999999999', '555-555-5555', '1234567890', '00000000-0000-0000-0000-000000000000', 0, -1, '-1', '-1.0'],
	'left of a program': ['crm-undefined', 'crmundefined', 'undefined_1', 'lead undefined', 'import-null', 'crm:NULL', 'CRM-NaN', 'null-null', 'NULL (0)', '[object Object]', 'crm-[object Object]'],
	'a date that is none': ['Invalid DateTime', 'Invalid Date', 'crm-Invalid DateTime', new Date(NaN), DateTime.invalid('none')],
	'an empty date': ['1/0/1900', '1/0/1900 0:00', '1899-12-30', '0000-00-00'],
	'an expression as text': ['=VLOOKUP(A2,B:B,1)', '=A2', '{{ $json.id }}', '={{ $json.id }}', 'crm-{{id}}', '$json.id', '${id}'],
	'what a person writes in its place': ['nobody', 'no one', 'nope', 'same as spouse', 'see file', 'See the notes below', 'not in CRM', 'DO NOT CONTACT'],
	'an address that shows how one looks': ['name@domain.com', 'youremail@example.com', 'your.name@company.com', 'noone@example.com', 'nobody@nowhere.com', 'user@example.com'],
	'the first or the last day that a program knows': ['12/30/1899', '0001-01-01', '0001-01-01T00:00:00', '9999-12-31T23:59:59.9999999', "'1899-12-30"],
	'yes or no': [true, false, 'true', 'FALSE'],
	'a prefix alone': ['crm-', 'crm_', 'hubspot:', 'lead#', 'import/', 'import-2026-', 'crm-N/A', 'crm--'],
	'an address of nobody': ['undefined@undefined.com', 'null@null', 'noemail@example.com', 'no-reply@x.org', 'none@none.com', 'n/a@n/a.com', 'test@test.com', 'undefined.undefined@x.com', 'x@x.com', 'a@a.com', 'email@email.com', 'fake@fake.com', 'no_email_provided@x.org', 'noemailprovided@x.org', 'no.email.given@x.org'],
};

describe.each(Object.entries(KINDS))('an ID that is %s', (_, values) => {
	it.each(values)('stands for nobody: %j', (value) => expect(isNobodysId(value)).toBe(true));
});

describe('the ID of somebody', () => {
	it.each([
		...['A', '1', '99999', '="00051"', 51, '00051', '1000', 'X-1', 'c1', 'row-0', 'Ä1', '12E4', '0f8fad5b-d9cb-469f-a165-70867728950e', '003Hs00004NaNxyIAC'],
		...['none-such-42', 'test-17', 'guest-12', 'lead-7', 'client 9', 'no-42', 'No. 42', 'void-4', 'NA-5', 'Case (2024-17)', 'ref (5)', 'id-5', 'Case A', 'nullify-3', 'nano-5', 'madrid', 'el-cid'],
		...['Dana Null', 'Nan Smith', 'Null Island', 'ann-smith', 'New York'],
		...['ann@example.org', 'dana.null@x.com', 'ann.nan@x.org', 'dana@null.com', 'new@example.org', 'lead@firm.example', 'contact@firm.example', 'email@firm.example', 'privat@mueller.example', 'dana@dana.example', 'brak@x.pl'],
		...['V1StGXR8_Z5jdHi6B-myT', 'V1StGXR8_Z5jdHi6BamyT_', 'dQw4w9WgXc-', 'See Wong', 'wong-see', 'name@mueller.example', '2026-01-01', 'a_', 'A-12-', 'https://crm.example.com/contacts/5/', '2026-11-27T02:00:00Z'],
	])('is %j', (value) => expect(isNobodysId(value)).toBe(false));

	it.each([undefined, null, {}, [], new Date(0)])('is not judged where there is no text: %j', (value) => expect(isNobodysId(value)).toBe(false));

	it('may be any code of letters and digits', () => {
		fc.assert(fc.property(fc.stringMatching(/^[A-Z]{2}[0-9]{3}-[a-z0-9]{8}[1-9]$/), (id) => !isNobodysId(id)));
		fc.assert(fc.property(fc.uuid(), (id) => !isNobodysId(id)));
	});

	it('never has what a program writes of no value as one of its parts', () => {
		const composed = fc.tuple(fc.constantFrom('crm', 'lead', '2026', 'A1'), fc.constantFrom('-', '_', ':', '/', '#', '.', ' | '), fc.constantFrom('undefined', 'null', 'NaN', 'NULL', '[object Object]'));
		fc.assert(fc.property(composed, fc.boolean(), (parts, isLast) => isNobodysId((isLast ? parts : [...parts].reverse()).join(''))));
	});
});
