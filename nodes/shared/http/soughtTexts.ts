/** How many signs are compared at once. */
const SIGNS = 6;

/** Of a sign, whatever its case, so that two of them are a place in a table. */
const fold = (code: number): number => (code | 0x20) & 0x7f;

/**
 * Says of a text quickly whether it may hold one of some texts, in any case, or a long piece of one: it looks at every few signs only,
 * as a piece that is long enough has some of these whole in it.
 */
export class SoughtTexts {
	private readonly pairs = new Uint8Array(1 << 14);

	private readonly runs = new Set<string>();

	private readonly step: number;

	/** @param shortestPiece of the texts that is to be found, in signs; of at least six, as are the texts */
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
