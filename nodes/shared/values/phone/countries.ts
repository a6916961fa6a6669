import { PLANS } from './plans';

export interface Country {
	/** Two letters (ISO 3166). */
	id: string;
	name: string;
	callingCode: string;
}

/** "Åland" is sorted as "Aland". */
const sortedBy = (name: string): string => name.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();

/** All countries with telephone numbers, by name. */
export const COUNTRIES: readonly Country[] = Object.entries(PLANS)
	.filter(([, { name }]) => name !== '')
	.map(([id, { name, code }]) => ({ id, name, callingCode: code, order: sortedBy(name) }))
	.sort((a, b) => (a.order < b.order ? -1 : 1));

/** What a column of countries may call them besides. */
const ALSO = { UK: 'GB', USA: 'US' };

const byName = new Map([
	...COUNTRIES.flatMap(({ id, name }) => [id, name.toUpperCase()].map((written) => [written, id] as const)),
	...Object.entries(ALSO),
]);

/** A country as two letters, from those, from its name or from a usual short form; undefined when there is none. */
export const countryFrom = (written: string): string | undefined => byName.get(written.trim().toUpperCase());
