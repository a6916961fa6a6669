/** How many characters are compared at once. */
const SIGNS = 6;

/** The number of a character, the same for upper and lower case, so that two of them index a table. */
const fold = (code: number): number => (code | 0x20) & 0x7f;

/**
 * A quick check whether a text may contain one of some texts, in upper or lower case, or a long piece of one. It looks
 * at every few characters only: a piece that is long enough contains some of these groups whole.
 */
export class SoughtTexts {
	private readonly pairs = new Uint8Array(1 << 14);

	private readonly runs = new Set<string>();

	private readonly step: number;

	/** @param shortestPiece length of the shortest piece to find, in characters; at least six, like the texts */
	constructor(texts: readonly string[], shortestPiece: number) {
		const shortest = texts.reduce((least, { length }) => Math.min(least, length), shortestPiece);
		this.step = shortest - SIGNS + 1;
		for (const text of texts.map((each) => each.toLowerCase())) {
			for (let at = 0; at + SIGNS <= text.length; at++) {
				this.pairs[this.pairAt(text, at)] = 1;
				this.runs.add(text.slice(at, at + SIGNS));
			}
		}
	}

	private pairAt(text: string, at: number): number {
		return (fold(text.charCodeAt(at)) << 7) | fold(text.charCodeAt(at + 1));
	}

	mayBeIn(text: string): boolean {
		const { pairs, runs, step } = this;
		for (let at = 0; at + SIGNS <= text.length; at += step) {
			if (pairs[this.pairAt(text, at)] === 1 && runs.has(text.slice(at, at + SIGNS).toLowerCase())) return true;
		}
		return false;
	}
}
