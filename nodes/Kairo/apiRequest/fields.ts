import type { INodeProperties } from 'n8n-workflow';

import { listFields } from '../../shared/fields/list';
import type { Show } from '../../shared/fields/displayed';
import { ofKind } from '../../shared/values/reading/kind';
import { categories, type CategoryName } from '../endpoints';
import { queryParametersField } from '../request/queryParameters';
import { parameterNamesOf } from './parameterNames';
import { CURSOR, NONE, OFFSET, PAGE } from './paging';
import { WITH_BODY } from './request';
import { originOf } from './root';
import { collection } from '../../shared/fields/collection';

/** Shown for GET and these kinds of pagination. */
type Paged = (pagination: string[]) => Show;

const parameterField = (displayName: string, name: string, standard: string, show: Show): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	required: true,
	default: standard,
	description: 'Name of the query parameter in KAIRO',
	displayOptions: { show },
});

const paginationOptions = (paged: Paged): INodeProperties => ({
	...collection(
		'Pagination Options',
		'paginationOptions',
		'Add option',
	)([
		{
			displayName: 'First Offset',
			name: 'firstOffset',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 0,
			description: 'Offset of the first row to read',
			displayOptions: { show: { '/pagination': [OFFSET] } },
		},
		{
			displayName: 'First Page',
			name: 'firstPage',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 1,
			description: 'Number of the first page: 0 if KAIRO counts pages from 0',
			displayOptions: { show: { '/pagination': [PAGE] } },
		},
		{
			displayName: 'Items Path',
			name: 'itemsPath',
			type: 'string',
			default: '',
			placeholder: 'e.g. data.rows',
			description:
				'Place of the rows in the answer. If empty, the node tries the answer itself, data, items and results.',
		},
		{
			displayName: 'Page Size',
			name: 'pageSize',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 100,
			description: 'Rows per request, sent as the Page Size Parameter',
		},
		{
			displayName: 'Page Size Parameter',
			name: 'pageSizeParameter',
			type: 'string',
			default: '',
			placeholder: 'e.g. limit',
			description: 'Name of the query parameter for the page size. If empty, the node sends none.',
		},
	]),
	displayOptions: { show: paged([CURSOR, OFFSET, PAGE]) },
});

/** The fields of API Request. There is no field for headers, because one could replace the key. */
export function requestFields(category: CategoryName, placeholder: string): INodeProperties[] {
	const { root, methods } = categories[category];
	const names = parameterNamesOf(category);
	const paged: Paged = (pagination) => ({ [names.method]: ['GET'], pagination });
	const withBody = methods.filter((method) => WITH_BODY.includes(method));
	return [
		{
			displayName: 'Method',
			name: names.method,
			type: 'options',
			options: [...methods].sort().map((method) => ({ name: method, value: method })),
			default: 'GET',
			description: 'KAIRO lists these methods for the category',
		},
		ofKind('own', {
			displayName: 'Path',
			name: names.path,
			type: 'string',
			default: '',
			placeholder,
			hint: `The path after ${root}.${originOf(category)}`,
			description: `The part after ${root}. Leave empty for ${root} itself; some methods need a single slash. Query parameters have their own field.`,
		}),
		queryParametersField,
		...(withBody.length === 0
			? []
			: [
					ofKind('own', {
						displayName: 'Body (JSON)',
						name: 'body',
						type: 'json' as const,
						typeOptions: { rows: 6 },
						default: '{}',
						description: 'The request body as JSON',
						displayOptions: { show: { [names.method]: withBody } },
					}),
				]),
		{
			displayName: 'Pagination',
			name: 'pagination',
			type: 'options',
			options: [
				{ name: 'Cursor', value: CURSOR, description: 'Each answer contains the cursor of the next page' },
				{ name: 'None', value: NONE, description: 'One request, with its full answer' },
				{ name: 'Offset', value: OFFSET, description: 'Each request sends the number of rows to skip' },
				{ name: 'Page Number', value: PAGE, description: 'Each request sends a page number' },
			],
			default: NONE,
			description: 'How to get the next page. KAIRO documents none.',
			displayOptions: { show: { [names.method]: ['GET'] } },
		},
		parameterField('Cursor Parameter', 'cursorParameter', 'cursor', paged([CURSOR])),
		{
			displayName: 'Next Cursor Path',
			name: 'cursorPath',
			type: 'string',
			required: true,
			default: 'next_cursor',
			placeholder: 'e.g. meta.next_cursor',
			description: 'Place of the next cursor in the answer',
			displayOptions: { show: paged([CURSOR]) },
		},
		parameterField('Page Parameter', 'pageParameter', 'page', paged([PAGE])),
		parameterField('Offset Parameter', 'offsetParameter', 'offset', paged([OFFSET])),
		paginationOptions(paged),
		...listFields(paged([CURSOR, OFFSET, PAGE])),
	];
}
