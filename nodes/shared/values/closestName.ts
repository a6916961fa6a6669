import { plainName } from './plainName';

/** Longest name; its pairs of characters are searched in the other name. */
const LONGEST = 100;

const pairsOf = (text: string): string[] =>
	[...text.slice(0, LONGEST)].slice(1).map((sign, index) => `${text[index] ?? ''}${sign}`);

/** How similar two words are, from 0 to 1, by their pairs of neighbouring characters (Dice’s coefficient). */
function likeness(one: string, other: string): number {
	const [pairs, others] = [pairsOf(one), pairsOf(other)];
	const shared = pairs.filter((pair) => {
		const place = others.indexOf(pair);
		if (place !== -1) others.splice(place, 1);
		return place !== -1;
	});
	return (2 * shared.length) / (pairs.length + others.length + shared.length || 1);
}

/** The name that is most similar to a wrong one; undefined when none is similar. */
export function closestName(written: string, names: readonly string[]): string | undefined {
	const likely = names
		.map((name) => ({ name, like: likeness(plainName(written), plainName(name)) }))
		.reduce((best, each) => (each.like > best.like ? each : best), { name: '', like: 0 });
	return likely.like >= 0.5 ? likely.name : undefined;
}
