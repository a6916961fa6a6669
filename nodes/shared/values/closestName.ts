import { plainName } from './plainName';

/** More signs than names have. Their pairs are looked for one in the other. */
const LONGEST = 100;

const pairsOf = (text: string): string[] =>
	[...text.slice(0, LONGEST)].slice(1).map((sign, index) => `${text[index] ?? ''}${sign}`);

/** How much two words have in common, from 0 to 1, by the pairs of neighbouring signs in them (Dice’s coefficient). */
function likeness(one: string, other: string): number {
	const [pairs, others] = [pairsOf(one), pairsOf(other)];
	const shared = pairs.filter((pair) => {
		const place = others.indexOf(pair);
		if (place !== -1) others.splice(place, 1);
		return place !== -1;
	});
	return (2 * shared.length) / (pairs.length + others.length + shared.length || 1);
}

/** The name that somebody most likely meant who wrote another one; undefined when none is like it. */
export function closestName(written: string, names: readonly string[]): string | undefined {
	const likely = names
		.map((name) => ({ name, like: likeness(plainName(written), plainName(name)) }))
		.reduce((best, each) => (each.like > best.like ? each : best), { name: '', like: 0 });
	return likely.like >= 0.5 ? likely.name : undefined;
}
