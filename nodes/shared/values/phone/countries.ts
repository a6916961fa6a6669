import { PLANS } from './plans';

/** A country with its calling code. */
export interface Country {
	/** Two letters (ISO 3166). */
	id: string;
	name: string;
	callingCode: string;
}

/** "Åland" is sorted as "Aland". */
const sortedBy = (name: string): string =>
	name
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase();

/** All countries with telephone numbers, by name. */
export const COUNTRIES: readonly Country[] = Object.entries(PLANS)
	.filter(([, { name }]) => name !== '')
	.map(([id, { name, code }]) => ({ id, name, callingCode: code, order: sortedBy(name) }))
	.sort((a, b) => (a.order < b.order ? -1 : 1));

/** Other names of countries in columns. */
const ALSO = {
	UK: 'GB',
	'GREAT BRITAIN': 'GB',
	ENGLAND: 'GB',
	SCOTLAND: 'GB',
	WALES: 'GB',
	'NORTHERN IRELAND': 'GB',
	USA: 'US',
	'UNITED STATES OF AMERICA': 'US',
	UAE: 'AE',
	HOLLAND: 'NL',
	'REPUBLIC OF IRELAND': 'IE',
	'CZECH REPUBLIC': 'CZ',
	TURKEY: 'TR',
	'REPUBLIC OF KOREA': 'KR',
	'RUSSIAN FEDERATION': 'RU',
	'VIET NAM': 'VN',
	'IVORY COAST': 'CI',
	'CAPE VERDE': 'CV',
	'HONG KONG': 'HK',
	MACAU: 'MO',
};

/** Languages in which a list of customers may name them. */
const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt'];

/** "U.S." is "US", and "The Netherlands" are the Netherlands. */
const plain = (written: string): string =>
	written
		.normalize('NFC')
		.replace(/[.\u00a0\s]+/gu, (sign) => (sign.includes('.') && !/\s/u.test(sign) ? '' : ' '))
		.trim()
		.toUpperCase()
		.replace(/^THE /, '');

const byName = new Map([
	...COUNTRIES.flatMap(({ id, name }) => [id, plain(name)].map((written) => [written, id] as const)),
	...Object.entries(ALSO),
]);

let inLanguages: ReadonlyMap<string, string> | undefined;

/** Their names in the languages of n8n's Node.js, computed at the first use. */
function namesInLanguages(): ReadonlyMap<string, string> {
	inLanguages ??= new Map(
		LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region' })).flatMap((names) =>
			COUNTRIES.map(({ id }) => [plain(names.of(id) ?? id), id] as const),
		),
	);
	return inLanguages;
}

/**
 * A country as two letters, from a code, from one of its names or from a usual short form; undefined when there is
 * none.
 */
export const countryFrom = (written: string): string | undefined =>
	byName.get(plain(written)) ?? namesInLanguages().get(plain(written));
