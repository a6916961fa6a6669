import { parametersIn } from './documented';
import { nameless } from '../../support/endpoints';
import { codesIn, proseOf, tablesOf } from '../../support/vendorPage';

/** The paths that a cell of the paging table names: `GET /agents`, `/numbers`. */
const listsIn = (cell = ''): string[] =>
	codesIn(cell).map((code) => nameless(code.startsWith('/') ? `GET ${code}` : code));

const figure = (text: RegExpExecArray | null): number | undefined => (text ? Number(text[1]) : undefined);

/** Rows of a page that are asked for at most, by a vendor's page; undefined where no size can be asked for. */
export function pageSizeOf(vendor: string, endpoint: string): number | undefined {
	if (vendor === 'kayse')
		return parametersIn(vendor).documented.find(
			({ name, endpoints }) => name === 'page_size' && endpoints.includes(endpoint),
		)?.range.max;
	const row = tablesOf(vendor)
		.filter(({ section }) => section === 'Paging')
		.flatMap(({ rows }) => rows)
		.find(({ Endpoint }) => listsIn(Endpoint).includes(endpoint));
	const way = Object.values(row ?? {}).join(' | ');
	if (!way.includes('`limit`')) return undefined;
	if (vendor === 'kakiyo') return figure(/(\d+) a page everywhere/.exec(proseOf(vendor)));
	return (
		figure(/`limit` \(\d+, at most (\d+)\)/.exec(way)) ?? figure(/(\d+) is taken for all others/.exec(proseOf(vendor)))
	);
}
