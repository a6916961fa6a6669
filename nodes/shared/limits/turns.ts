import { Fifo } from './fifo';

/** The values that decide the order. */
export interface Turn {
	/** The execution of a node, or another caller that takes turns with others; compared by identity. */
	run: unknown;
	/** A person or a vendor waits for it. */
	urgent: boolean;
}

/**
 * A queue in which the runs take turns (round robin), each first in, first out; urgent requests go before all of them.
 * Each step takes constant time on average, for any length of the queue.
 */
export class Turns<T extends Turn> {
	private readonly urgent = new Fifo<T>();

	/** One queue for each run that has something in line, in the order of their turns. */
	private readonly order = new Fifo<Fifo<T>>();

	private readonly byRun = new Map<unknown, Fifo<T>>();

	private waiting = 0;

	get length(): number {
		return this.waiting;
	}

	push(item: T): void {
		this.waiting += 1;
		if (item.urgent) this.urgent.push(item);
		else this.queueOf(item.run).push(item);
	}

	/** The request whose turn it is. */
	first(): T | undefined {
		return this.urgent.at(0) ?? this.order.at(0)?.at(0);
	}

	/** Removes the request whose turn it is; the next turn is another run's. */
	shift(): T | undefined {
		const item = this.urgent.shift() ?? this.shiftRun();
		if (item) this.waiting -= 1;
		return item;
	}

	/** Removes and returns all requests that fail the test, in any position. */
	filter(stays: (item: T) => boolean): void {
		this.urgent.filter(stays);
		for (const [run, queue] of this.byRun) {
			queue.filter(stays);
			if (queue.length === 0) this.byRun.delete(run);
		}
		this.order.filter((queue) => queue.length > 0);
		this.waiting = this.urgent.length;
		for (const queue of this.byRun.values()) this.waiting += queue.length;
	}

	private queueOf(run: unknown): Fifo<T> {
		const known = this.byRun.get(run);
		if (known) return known;
		const queue = new Fifo<T>();
		this.byRun.set(run, queue);
		this.order.push(queue);
		return queue;
	}

	private shiftRun(): T | undefined {
		const queue = this.order.shift();
		const item = queue?.shift();
		if (!queue || !item) return undefined;
		if (queue.length > 0) this.order.push(queue);
		else this.byRun.delete(item.run);
		return item;
	}
}
