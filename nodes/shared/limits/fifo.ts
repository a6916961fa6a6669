/** First in, first out, in constant time on average: an array's own `shift` may move all that follow. */
export class Fifo<T> {
	private items: T[] = [];

	/** Where the first one stands in `items`; what is before it has left. */
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

	/** Takes the first one out. */
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

	/** Takes out all that do not pass. */
	filter(stays: (item: T) => boolean): void {
		this.items = this.items.slice(this.head).filter(stays);
		this.head = 0;
	}
}
