/** Whoever comes is sent away, because too many are waiting. */
export class Overload extends Error {}

/** Lets a few work at once and the others wait their turn, in a line that does not grow for ever. */
export class Slots {
	private taken = 0;

	private readonly line: Array<() => void> = [];

	constructor(
		private readonly count: number,
		private readonly longestLine: number,
	) {}

	/** @throws Overload when the line is full */
	async run<T>(work: () => Promise<T>): Promise<T> {
		await this.enter();
		try {
			return await work();
		} finally {
			this.leave();
		}
	}

	private async enter(): Promise<void> {
		if (this.taken < this.count) {
			this.taken += 1;
			return;
		}
		if (this.line.length >= this.longestLine) throw new Overload('Too many are waiting');
		await new Promise<void>((resolve) => this.line.push(resolve));
	}

	/** The next in line takes the slot over. */
	private leave(): void {
		const next = this.line.shift();
		if (next) next();
		else this.taken -= 1;
	}
}
