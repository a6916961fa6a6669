import { median } from './race';

/** Median, smallest and largest, with so many digits. */
export function spread(values: number[], digits: number): string {
	const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)];
	return `${middle.toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}
