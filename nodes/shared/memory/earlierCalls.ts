import type { Outcome } from '../contract/outcome';
import { deferred, type Deferred } from '../values/deferred';

/** A call of a tool that has sent something, or is about to. */
export interface EarlierCall {
	/** Epoch ms. */
	at: number;
	/** ID of the execution that made it. */
	executionId: string;
	/** Equal for calls with the same words. */
	words: string;
	isDone: boolean;
	/** undefined while the call is at work, if it ended without an outcome, or if the outcome is too large to keep. */
	outcome?: Outcome;
}

export type BegunCall = Pick<EarlierCall, 'at' | 'executionId' | 'words'>;

interface Entry extends EarlierCall {
	/** Resolves when the call has ended; undefined after that. */
	running?: Deferred<void>;
}

/** A longer answer is not kept, only the fact that the call was done. */
const LONGEST_ANSWER = 20_000;

const isWorthKeeping = ({ rows = [] }: Outcome): boolean =>
	rows.every(({ binary }) => binary === undefined) && JSON.stringify(rows).length <= LONGEST_ANSWER;

/** Recent calls that models made by their tools, as long as this process lasts. The oldest are dropped first. */
export class EarlierCalls {
	private readonly entries = new Map<string, Entry>();

	constructor(private readonly most: number) {}

	of(deed: string): EarlierCall | undefined {
		return this.entries.get(deed);
	}

	/** Resolves when the present call has ended; undefined when there is none. */
	running(deed: string): Promise<void> | undefined {
		return this.entries.get(deed)?.running?.promise;
	}

	begin(deed: string, begun: BegunCall): void {
		// Moves the call to the end, also if it was first made earlier.
		this.entries.delete(deed);
		this.entries.set(deed, { ...begun, isDone: false, running: deferred() });
		for (const [key, { running }] of this.entries) {
			if (this.entries.size <= this.most) break;
			if (!running) this.entries.delete(key);
		}
	}

	/** The call has ended, or its outcome has changed afterwards. */
	end(deed: string, begun: BegunCall, outcome: Outcome | undefined): void {
		const running = this.entries.get(deed)?.running;
		this.entries.set(deed, {
			...begun,
			isDone: outcome?.rows !== undefined,
			...(outcome && isWorthKeeping(outcome) && { outcome }),
		});
		running?.resolve();
	}

	/** The call had no effect. */
	forget(deed: string): void {
		const running = this.entries.get(deed)?.running;
		this.entries.delete(deed);
		running?.resolve();
	}
}
