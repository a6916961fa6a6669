/**
 * Compares texts for the order of a list in the editor. `localeCompare` would load tables of languages for English
 * labels.
 */
export function byText(a: string, b: string): number {
	const [first, second] = [a.toLowerCase(), b.toLowerCase()];
	if (first === second) return 0;
	return first < second ? -1 : 1;
}
