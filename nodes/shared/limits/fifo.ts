/** First in, first out, in constant time on average: `shift` of an array may move all later elements. */
export class Fifo<T> {
	private items: T[] = [];

	/** Position of the first element in `items`; the elements before it are removed. */
	private head = 0;

	get length(): number {
		return this.items.length - this.head;
	}

	push(item: T): void {
		this.items.push(item);
	}

	/** @param index counted from the first */
	at(index: number): T | undefined {
		return index < 0 ? undefined : this.items[this.head + index];
	}

	/** Removes and returns the first element. */
	shift(): T | undefined {
		if (this.length === 0) return undefined;
		const first = this.items[this.head];
		this.head += 1;
		if (this.head > this.items.length / 2) {
			this.items = this.items.slice(this.head);
			this.head = 0;
		}
		return first;
	}

	/** Removes and returns all elements that fail the test. */
	filter(stays: (item: T) => boolean): void {
		this.items = this.items.slice(this.head).filter(stays);
		this.head = 0;
	}
}
