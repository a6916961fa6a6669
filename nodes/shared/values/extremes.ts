/** The largest of any number of numbers; -Infinity if there are none. `Math.max` accepts only some ten thousand. */
export const largest = (numbers: readonly number[]): number =>
	numbers.reduce((most, number) => (number > most ? number : most), -Infinity);

/** The smallest of any number of numbers; Infinity if there are none. */
export const smallest = (numbers: readonly number[]): number =>
	numbers.reduce((least, number) => (number < least ? number : least), Infinity);
