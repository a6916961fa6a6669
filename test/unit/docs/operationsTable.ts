import type { INodePropertyOptions, INodeType } from 'n8n-workflow';

import { entryPointsIn } from '../../../nodes/shared/engine/entryPoint';
import { contentOf } from '../../../nodes/shared/values/label';
import { byText } from '../../../nodes/shared/values/sorting';
import { nameless } from '../../support/endpoints';
import { rowWith } from '../../support/pageTable';
import { endpointRows, sourcesOn } from '../../support/vendorPage';

const isChoice = (option: object): option is INodePropertyOptions => 'value' in option;

/** An operation in the words of the editor, with what its definition says of its requests. */
export interface ListedOperation {
	at: string;
	resource: string;
	operation: string;
	/** Where it is defined. */
	folder: string;
	endpoints: readonly string[];
	rowsPerRequest: string;
	paging: string;
}

/** Each operation of a node, by its resource in the order of the dropdown. @param folder of the node in `nodes` */
export function operationsOf({ description: { properties } }: INodeType, folder: string): ListedOperation[] {
	const entryPoints = entryPointsIn(properties);
	const resources = (properties.find(({ name }) => name === 'resource')?.options ?? []).filter(isChoice);
	const labels = new Map(
		properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ displayOptions, options = [] }) =>
				options
					.filter(isChoice)
					.map(({ name, value }) => [`${displayOptions?.show?.resource?.[0]} ${value}`, name] as const),
			),
	);
	return resources.flatMap(({ name: resource, value }) =>
		[...(entryPoints.get(String(value)) ?? [])]
			.map(([of, { target }]) => {
				const { endpoints = [], rowsPerRequest = 1, paging = '' } = target.operation.advice;
				const operation = labels.get(`${value} ${of}`) ?? of;
				return {
					at: `${resource} > ${operation}`,
					resource,
					operation,
					folder: `nodes/${folder}/resources/${value}`,
					endpoints: endpoints.map((endpoint) =>
						endpoint.replace(/\{(\w+)\}/g, (_, name: string) => `{${contentOf(name)}}`),
					),
					rowsPerRequest:
						rowsPerRequest === 1 ? '' : rowsPerRequest === 'chosen' ? 'as you choose' : String(rowsPerRequest),
					paging,
				};
			})
			.sort((a, b) => byText(a.operation, b.operation)),
	);
}

/** What the page says in its tables about these endpoints. */
const rowsAbout = (endpoints: readonly string[], page: string) =>
	endpointRows(page)
		.filter(({ endpoint }) => endpoints.map(nameless).includes(endpoint))
		.map(({ cells }) => cells);

const isAny = (endpoint: string): boolean => endpoint.endsWith('…');

/** How sure the paths of these endpoints are, where the page of the vendor says so; `yours` where the user enters them. */
function standingOf(endpoints: readonly string[], page: string): string {
	if (endpoints.some(isAny)) return 'yours';
	return [...new Set(rowsAbout(endpoints, page).flatMap(({ Standing }) => Standing ?? []))].join(', ');
}

/** The names of the sources that these endpoints are documented in. */
function sourcesOf(endpoints: readonly string[], page: string): string {
	const cited = rowsAbout(endpoints, page).map(({ Source = '' }) => Source);
	const isOwnPage = (cell: string) => /\]\(https:\/\/[^)]*\/api-reference\//.test(cell);
	return sourcesOn(page)
		.filter((name) =>
			cited.some((cell) => cell.split(/, |; /).includes(name) || (name === 'API reference' && isOwnPage(cell))),
		)
		.join(', ');
}

type Column = [header: string, cell: (operation: ListedOperation, before?: ListedOperation) => string];

/** The table of a vendor's operations in docs/<vendor>.md. @param page of the vendor in docs/vendors */
export function operationsTable(operations: ListedOperation[], page: string): string {
	const columns: Column[] = [
		['Resource', ({ resource }, before) => (before?.resource === resource ? '' : resource)],
		['Operation', ({ operation }) => operation],
		['Endpoint', ({ endpoints }) => endpoints.map((endpoint) => `\`${endpoint}\``).join(', ')],
		/\| Standing \|/.test(page)
			? ['Standing', ({ endpoints }) => standingOf(endpoints, page)]
			: ['Documented in', ({ endpoints }) => sourcesOf(endpoints, page)],
		['Rows in a request', ({ rowsPerRequest }) => rowsPerRequest],
		['Paging', ({ paging }) => paging],
	];
	const shown = columns.filter(([, cell]) => operations.some((one) => cell(one) !== ''));
	return [
		rowWith(shown.map(([header]) => header)),
		`|${'---|'.repeat(shown.length)}`,
		...operations.map((one, index) => rowWith(shown.map(([, cell]) => cell(one, operations[index - 1])))),
	].join('\n');
}
