import { WHAT_BECAME } from './memberOrder';

/** Members that hold the result of an item, or the ID of its record. */
const WORDS: ReadonlySet<string> = new Set([
	'importStatus',
	...WHAT_BECAME,
	'unchanged',
	'duplicateOfItem',
	'notice',
	'details',
	'id',
	'$id',
]);

/** Words that are also usual names of fields: a user's table has them, too, and Map Automatically reads them. */
const COMMON: ReadonlySet<string> = new Set([
	'action',
	'case',
	'client',
	'details',
	'id',
	'message',
	'output',
	'reason',
	'status',
	'valid',
]);

/** Whether a member of this name would be taken for a result. */
export const isResultWord = (name: string): boolean => WORDS.has(name);

/** Whether a result word is also a usual name of a field. */
export const isFieldName = (name: string): boolean => COMMON.has(name);
