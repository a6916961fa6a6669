import type { Outcome } from '../contract/outcome';
import { deferred, type Deferred } from '../values/deferred';

/** A call of a tool that has sent something, or is about to. */
export interface EarlierCall {
	/** Epoch ms. */
	at: number;
	/** ID of the execution that it came in. */
	executionId: string;
	/** Equal for calls with the same words. */
	words: string;
	isDone: boolean;
	/** undefined while it is under way, where it ended without one, and where that is not worth its room. */
	outcome?: Outcome;
}

export type BegunCall = Pick<EarlierCall, 'at' | 'executionId' | 'words'>;

interface Entry extends EarlierCall {
	/** Resolves when it is no longer under way; undefined then. */
	running?: Deferred<void>;
}

/** A longer answer is not worth its room: that it was done is known all the same. */
const LONGEST_ANSWER = 20_000;

const isWorthKeeping = ({ rows = [] }: Outcome): boolean =>
	rows.every(({ binary }) => binary === undefined) && JSON.stringify(rows).length <= LONGEST_ANSWER;

/** What models have done lately by their tools, as long as this process lasts. The oldest go first. */
export class EarlierCalls {
	private readonly entries = new Map<string, Entry>();

	constructor(private readonly most: number) {}

	of(deed: string): EarlierCall | undefined {
		return this.entries.get(deed);
	}

	/** Resolves when a call that is under way has ended; undefined when none is. */
	running(deed: string): Promise<void> | undefined {
		return this.entries.get(deed)?.running?.promise;
	}

	begin(deed: string, begun: BegunCall): void {
		// At the end of those that are there, whenever it was first called.
		this.entries.delete(deed);
		this.entries.set(deed, { ...begun, isDone: false, running: deferred() });
		for (const [key, { running }] of this.entries) {
			if (this.entries.size <= this.most) break;
			if (!running) this.entries.delete(key);
		}
	}

	/** The call has ended, or has turned out otherwise afterwards. */
	end(deed: string, begun: BegunCall, outcome: Outcome | undefined): void {
		const running = this.entries.get(deed)?.running;
		this.entries.set(deed, {
			...begun,
			isDone: outcome?.rows !== undefined,
			...(outcome && isWorthKeeping(outcome) && { outcome }),
		});
		running?.resolve();
	}

	/** Nothing came of it. */
	forget(deed: string): void {
		const running = this.entries.get(deed)?.running;
		this.entries.delete(deed);
		running?.resolve();
	}
}
