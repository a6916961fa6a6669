import { invalidInput } from '../../shared/contract/failure';
import { isRecord } from '../../shared/values/json';
import { listName } from '../people/distinction';
import { checkNarrows } from './caseFilter';
import { optional, required, type RecordKind } from './record';

/** IDs to include or exclude need a filter, because an update replaces the members of the list (docs/vendors/kayse.md#case-lists). */
function checkFilter({ filter, include_ids, exclude_ids }: Record<string, unknown>, isUpdate: boolean): void {
	if (isRecord(filter)) return checkNarrows(filter, 'Filter');
	if (include_ids !== undefined || exclude_ids !== undefined) {
		throw invalidInput(
			'"Include Case IDs" and "Exclude Case IDs" need "Filter"',
			'Enter a filter, such as { "case_type_ids": [25] }. An empty one may mean all cases of the firm.',
		);
	}
	if (isUpdate) {
		throw invalidInput(
			'"Filter" is missing. An update of a case list needs it',
			'Kayse rebuilds the list with each update, so enter the filter, and also the IDs to include or exclude.',
		);
	}
}

/** See docs/vendors/kayse.md#case-lists. */
export const caseList: RecordKind = {
	object: 'case_lists',
	path: '/case_lists',
	rowsMember: 'lists',
	singular: 'case list',
	fields: [
		...required(['name', 'Name', 'name', 'Name of the list']),
		...optional(
			['description', 'Description', 'string', 'Description in Kayse'],
			[
				'filter',
				'Filter',
				'object',
				'Filter for the cases of the list, such as { "case_type_ids": [25], "status_ids": [30] }',
			],
			['include_ids', 'Include Case IDs', 'uint[]', 'More cases of the list, in addition to the filter. Needs Filter.'],
			[
				'exclude_ids',
				'Exclude Case IDs',
				'uint[]',
				'Cases to leave out of the list, even if the filter finds them. Needs Filter.',
			],
			[
				'is_obo',
				'On Behalf Of',
				'bool',
				'Whether the cases are on behalf of another party. Kayse copies this to every case of the list.',
			],
		),
	],
	columnNames: 'Columns can have any spelling, such as "Include IDs" or include_ids.',
	distinction: listName,
	named: ['name'],
	readOnly: ['id', 'case_count', 'origin', 'update_origin'],
	lookUp: 'Check with Case List > Get Many whether it exists.',
	isReadable: false,
	check: checkFilter,
};
