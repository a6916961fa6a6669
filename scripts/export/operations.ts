import type { Vendor } from './vendors';

/** The resources in a table of operations. */
function resourcesIn(table: string): Set<string> {
	const rows = table.split('\n').filter((line) => line.startsWith('|'));
	const firsts = rows.slice(2).map((row) => row.split('|')[1]?.trim() ?? '');
	return new Set(firsts.filter((first) => first !== ''));
}

/** A text of the form *Resource > Operation*. */
const MENTIONED = /\*([A-Z][\w ]+?) > [A-Z]/g;

/**
 * Whether a text names an operation that only another vendor has.
 * @param pages the page of each vendor with its table of operations, by the vendor's spelling
 */
export function namesAnothersOperation(
	{ spelling }: Vendor,
	pages: ReadonlyMap<string, string>,
): (text: string) => boolean {
	const resourcesOf = (page: string): Set<string> =>
		resourcesIn(page.split('\n\n').find((paragraph) => paragraph.startsWith('| Resource')) ?? '');
	const own = resourcesOf(pages.get(spelling) ?? '');
	const others = new Set([...pages.values()].flatMap((page) => [...resourcesOf(page)]).filter((one) => !own.has(one)));
	return (text) => [...text.matchAll(MENTIONED)].some(([, resource = '']) => others.has(resource));
}
