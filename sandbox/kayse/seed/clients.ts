import { cycle } from '../../tools/seedTools';
import type { Client } from '../state';

interface Person {
	first_name: string;
	last_name: string;
	gender: string | null;
	opted_out?: boolean;
}

const people: readonly Person[] = [
	{ first_name: 'Ada', last_name: 'Reyes', gender: 'female' },
	{ first_name: 'Bruno', last_name: 'Okafor', gender: 'male', opted_out: true },
	{ first_name: 'Carmen', last_name: 'Lindqvist', gender: null },
	{ first_name: 'Dmitri', last_name: 'Hale', gender: 'male' },
	{ first_name: 'Elif', last_name: 'Marchetti', gender: null },
	{ first_name: 'Farid', last_name: 'Novak', gender: 'male' },
	{ first_name: 'Grace', last_name: 'Tanaka', gender: 'female' },
	{ first_name: 'Hugo', last_name: 'Abara', gender: null },
	{ first_name: 'Ines', last_name: 'Petrov', gender: 'female' },
	{ first_name: 'Jonas', last_name: 'Quist', gender: 'male' },
	{ first_name: 'Keiko', last_name: 'Sandoval', gender: null },
	{ first_name: 'Liam', last_name: 'Dubois', gender: 'male' },
];

const sources = ['manual', 'import', 'crm', 'website'] as const;
const cities = [
	{ city: 'Denver', state: 'CO', postal_code: '80202' },
	{ city: 'Tucson', state: 'AZ', postal_code: '85701' },
	{ city: 'Albany', state: 'NY', postal_code: '12207' },
] as const;

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** Every second client has all fields, so that a replacement without some of them is visible. */
function details({ first_name, last_name }: Person, index: number): Record<string, unknown> {
	if (index % 2 === 1) return {};
	return {
		...cycle(cities, index),
		date_of_birth: `19${60 + index}-0${(index % 9) + 1}-15`,
		address_line1: `${100 + index} Elm Street`,
		address_line2: `Apt ${index + 1}`,
		date_of_death: index === 10 ? '2025-11-02' : null,
		meta: { notes: `${first_name} ${last_name} prefers e-mail`, lang: index % 4 === 0 ? 'es' : 'en' },
	};
}

const nothing = {
	date_of_birth: null,
	city: null,
	state: null,
	postal_code: null,
	address_line1: null,
	address_line2: null,
	date_of_death: null,
	meta: null,
} as const;

/** All but ids and links. */
export const seedClients: ReadonlyArray<Omit<Client, 'id' | 'case_ids'>> = people.map((person, index) => ({
	values: {
		email: index === 11 ? null : `${person.first_name.toLowerCase()}@example.org`,
		mobile: `+120255501${twoDigits(index + 1)}`,
		external_source: cycle(sources, index),
		external_source_id: `src-${twoDigits(index + 1)}`,
		first_name: person.first_name,
		last_name: person.last_name,
		...nothing,
		...details(person, index),
	},
	gender: person.gender,
	voice_calls_opted_out: person.opted_out ?? false,
}));
