import type { INodeProperties } from 'n8n-workflow';

import { automaticNotice, FIELDS, mappedFields } from '../../shared/fields/mapped';
import type { RecordKind } from '../records/record';

/**
 * The mapped fields of a record, below what one must know to fill them in: n8n's mapper has no place for help beside a field, and cuts a
 * label that says more than the name.
 * @param resourceMapperMethod offers the fields
 */
export const recordFields = ({ guide, columnNames }: RecordKind, resourceMapperMethod: string): INodeProperties[] => [
	...(guide === undefined ? [] : [guideNotice('fieldsNotice', guide)]),
	mappedFields(resourceMapperMethod),
	automaticNotice(FIELDS, columnNames),
];

/** What one must know to fill in the fields below. */
export const guideNotice = (name: string, displayName: string): INodeProperties => ({
	displayName,
	name,
	type: 'notice',
	default: '',
});
