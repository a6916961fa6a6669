/** FNV-1a. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return hash >>> 0;
}

/** Chance that is the same whenever it has the same name (mulberry32). */
export class Random {
	private state: number;

	constructor(private readonly name: string) {
		this.state = hashOf(name);
	}

	/** Another one, whose numbers do not depend on how many were drawn from this one. */
	of(name: string | number): Random {
		return new Random(`${this.name}/${name}`);
	}

	/** From 0 to below 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number, both ends included. */
	whole(from: number, to: number): number {
		return from + Math.floor(this.next() * (to - from + 1));
	}

	isSo(chance: number): boolean {
		return this.next() < chance;
	}

	pick<T>(all: readonly T[]): T {
		const picked = all[this.whole(0, all.length - 1)];
		if (picked === undefined) throw new Error('There is nothing to pick from');
		return picked;
	}

	shuffled<T>(all: readonly T[]): T[] {
		return all
			.map((one) => ({ one, at: this.next() }))
			.sort((left, right) => left.at - right.at)
			.map(({ one }) => one);
	}
}
