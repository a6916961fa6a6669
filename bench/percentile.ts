/** The value that so many percent of all are not above. @param sorted the smallest first */
export const percentileOf = (sorted: number[], percent: number): number =>
	sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? NaN;
