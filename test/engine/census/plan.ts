import type { Census, Found, Scenario } from './census';
import { FAULT_KINDS, type Fault, type FaultKind, type Place } from './life';
import type { Size, Writing } from './writing';

/** Whether a fault of that kind makes a difference there. */
function matters(kind: FaultKind, place: Place): boolean {
	if (kind === 'throw') return place !== 'clock';
	return kind !== 'outage' || place.startsWith('store');
}

const faultsAt = (places: readonly Place[]): Fault[] =>
	FAULT_KINDS.flatMap((kind) =>
		places.flatMap((place, index) => (matters(kind, place) ? [{ at: index + 1, kind }] : [])),
	);

/** How many items an operation is run over. */
export const sizesOf = ({ sample: { chunks } }: Writing): Size[] => [
	{ items: 1 },
	{ items: 10 },
	...(chunks ? [{ items: chunks.items, chunked: true }] : []),
];

/** Most scenarios of an operation in `npm test`, of ten items and of the hundreds in chunks. */
const MOST = 40;
const MOST_CHUNKED = 14;

/** Some in even distances, others for each operation: by its name, so that they are the same in each run. */
function share<T>(all: readonly T[], most: number, name: string): T[] {
	const step = Math.max(1, Math.ceil(all.length / most));
	const start = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % step, 0);
	return all.filter((_, index) => index % step === start);
}

/**
 * The scenarios of an operation.
 * @param isWhole all points of ten items and more, not only a share of them
 */
export function scenariosOf(
	{ places }: Census,
	{ name }: Writing,
	{ items, chunked }: Size,
	isWhole: boolean,
): Scenario[] {
	const faults = faultsAt(places);
	if (items === 1) return faults.flatMap((fault) => [true, false].map((stopOnFailure) => ({ fault, stopOnFailure })));
	const picked = isWhole ? faults : share(faults, chunked ? MOST_CHUNKED : MOST, `${name} ${items}`);
	// An item that is not fit would end each try.
	return picked.map((fault, index) => ({ fault, stopOnFailure: !chunked && index % 2 === 0 }));
}

/** The deaths of a Retry, wherever it goes, after that of the run before and after its request was carried out. */
export async function deathsOfRetry(census: Census): Promise<Array<[Scenario, Found]>> {
	const found: Array<[Scenario, Found]> = [];
	for (const place of ['http before', 'http after'] as const) {
		const fault: Fault = { at: census.places.indexOf(place) + 1, kind: 'death' };
		const { placesOfRetry } = await census.scenario({ fault, stopOnFailure: false });
		for (const index of placesOfRetry.keys()) {
			const scenario: Scenario = { fault, faultOfRetry: { at: index + 1, kind: 'death' }, stopOnFailure: false };
			found.push([scenario, await census.scenario(scenario)]);
		}
	}
	return found;
}

/** For one item: the most ways in which the run breaks, and for each of them the most ways in which its Retry breaks. */
const MOST_BROKEN_TWICE = 8;
const MOST_OF_A_RETRY = 4;

/** Scenarios in which the Retry breaks as well, in all ways. */
export async function brokenTwice(census: Census, { name }: Writing): Promise<Array<[Scenario, Found]>> {
	const found: Array<[Scenario, Found]> = [];
	for (const [number, fault] of share(faultsAt(census.places), MOST_BROKEN_TWICE, `${name} twice`).entries()) {
		const stopOnFailure = number % 2 === 0;
		const { placesOfRetry } = await census.scenario({ fault, stopOnFailure });
		for (const faultOfRetry of share(faultsAt(placesOfRetry), MOST_OF_A_RETRY, `${name} ${number}`)) {
			const scenario: Scenario = { fault, faultOfRetry, stopOnFailure };
			found.push([scenario, await census.scenario(scenario)]);
		}
	}
	return found;
}
