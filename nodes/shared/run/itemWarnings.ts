import { firstFew, ranges } from '../values/ranges';

/** Warnings about items that are performed anyway, such as a campaign that calls at night. */
export class ItemWarnings {
	/** Items by text, in order. */
	private readonly items = new Map<string, number[]>();

	add(text: string, index: number): void {
		const known = this.items.get(text);
		if (known) known.push(index);
		else this.items.set(text, [index]);
	}

	/** @param total items of the run. @returns '' when there is nothing to say */
	inWords(total: number): string {
		const about = (items: number[]): string =>
			total > 1 ? `${items.length === 1 ? 'Item' : 'Items'} ${ranges(items)}: ` : '';
		return firstFew(
			[...this.items].map(([text, items]) => `${about(items)}${text}`),
			' ',
		);
	}
}
