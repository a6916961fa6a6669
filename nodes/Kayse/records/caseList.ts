import { invalidInput } from '../../shared/contract/failure';
import { isRecord } from '../../shared/values/json';
import { listName } from '../people/distinction';
import { checkNarrows } from './caseFilter';
import { optional, required, type RecordKind } from './record';

/** IDs to include or exclude need a filter, and an update puts the members of the list together anew (docs/vendors/kayse.md#case-lists). */
function checkFilter({ filter, include_ids, exclude_ids }: Record<string, unknown>, isUpdate: boolean): void {
	if (isRecord(filter)) return checkNarrows(filter, 'Filter');
	if (include_ids !== undefined || exclude_ids !== undefined) {
		throw invalidInput(
			'"Include Case IDs" and "Exclude Case IDs" need "Filter"',
			'Give a filter, such as { "case_type_ids": [25] }. An empty one may stand for all cases of the firm.',
		);
	}
	if (isUpdate) {
		throw invalidInput(
			'"Filter" is missing, without which no case list is updated',
			'Kayse puts the members of a list together anew with each update, so give the filter and the IDs to include or exclude as well.',
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
			['description', 'Description', 'string', 'Shown in Kayse'],
			[
				'filter',
				'Filter',
				'object',
				'Which cases belong to the list, such as { "case_type_ids": [25], "status_ids": [30] }',
			],
			[
				'include_ids',
				'Include Case IDs',
				'uint[]',
				'Cases that belong to the list in addition to the filter. Needs Filter.',
			],
			[
				'exclude_ids',
				'Exclude Case IDs',
				'uint[]',
				'Cases that do not belong to the list although the filter finds them. Needs Filter.',
			],
			[
				'is_obo',
				'On Behalf Of',
				'bool',
				'Whether the cases are on behalf of another party. Kayse passes it on to every case of the list.',
			],
		),
	],
	columnNames: 'Columns may be spelled freely, such as "Include IDs" or include_ids.',
	distinction: listName,
	named: ['name'],
	readOnly: ['id', 'case_count', 'origin', 'update_origin'],
	lookUp: 'Case List > Get Many shows whether it is there.',
	isReadable: false,
	check: checkFilter,
};
