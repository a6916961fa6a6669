import type { INodeProperties } from 'n8n-workflow';

import { automaticNotice, FIELDS, mappedFields } from '../../shared/fields/mapped';
import type { RecordKind } from '../records/record';

/**
 * The mapped fields of a record, below a guide. n8n's mapper has no place for help beside a field, and cuts long
 * labels.
 * @param resourceMapperMethod name of the method that returns the fields
 */
export const recordFields = ({ guide, columnNames }: RecordKind, resourceMapperMethod: string): INodeProperties[] => [
	...(guide === undefined ? [] : [guideNotice('fieldsNotice', guide)]),
	mappedFields(resourceMapperMethod),
	automaticNotice(FIELDS, columnNames),
];

/** The guide for filling in the fields below it. */
export const guideNotice = (name: string, displayName: string): INodeProperties => ({
	displayName,
	name,
	type: 'notice',
	default: '',
});
