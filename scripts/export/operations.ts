import type { Vendor } from './vendors';

/** The resources that a vendor's table in the README has. */
function resourcesIn(section: string): Set<string> {
	const rows = section.split('\n').filter((line) => line.startsWith('|'));
	const firsts = rows.slice(2).map((row) => row.split('|')[1]?.trim() ?? '');
	return new Set(firsts.filter((first) => first !== ''));
}

/** A text of the form *Resource > Operation*. */
const MENTIONED = /\*([A-Z][\w ]+?) > [A-Z]/g;

/**
 * Whether a text names an operation that only another vendor has.
 * @param readme of the whole package, with a section and a table for each vendor
 */
export function namesAnothersOperation({ name }: Vendor, names: string[], readme: string): (text: string) => boolean {
	const tableOf = (vendor: string): string => {
		const [, section = ''] = readme.split(`## ${vendor}\n`);
		return section.split('\n\n').find((paragraph) => paragraph.trim().startsWith('| Resource')) ?? '';
	};
	const own = resourcesIn(tableOf(name));
	const others = new Set(names.flatMap((vendor) => [...resourcesIn(tableOf(vendor))]).filter((one) => !own.has(one)));
	return (text) => [...text.matchAll(MENTIONED)].some(([, resource = '']) => others.has(resource));
}
