import { randomUUID } from 'node:crypto';

import { ItemFailure, mayHaveHappened, type Failure } from '../contract/failure';
import type { Trail } from '../contract/intent';
import type { Outcome } from '../contract/outcome';
import { sleepUntil, type Time } from '../contract/time';
import type { EarlierCall, EarlierCalls } from '../memory/earlierCalls';
import { countsUntil, isSameMinute, type TimedKeys } from '../memory/timedKeys';
import { notRecorded } from './earlierTry';
import { guarded, type Guard } from './guard';
import {
	notedAsOtherWords,
	notedAsSame,
	sameDone,
	sameStarted,
	sameUnderWay,
	type EarlierEqualCall,
} from './repeatedCallTexts';

/** The effect of an item, and how long an equal call is not repeated. */
export interface RepeatableCall {
	/** Equal for calls with the same effect by the same credential, in all executions. */
	deed: string;
	/** Equal for calls with the same words. */
	words: string;
	/** 0 if the same may be done at once. */
	afterMs: number;
	/** A person wants to send again what an earlier execution has left unknown. */
	sendsDoubtful: boolean;
}

interface World {
	calls: EarlierCalls;
	keys: TimedKeys;
	time: Time;
	clockTime(epochMs: number): string;
	vendorName: string;
	/** The caller has stopped waiting. */
	isCancelled(): boolean;
	executionId: string;
}

/** A call of this run that has begun. */
interface Begun {
	deed: string;
	at: number;
	words: string;
	written: string[];
}

const ownKey = (deed: string): string => `deed ${deed} by ${randomUUID()}`;

/**
 * Remembers for a while, across executions, effects that must not happen twice: MCP clients end a call that takes long
 * and repeat it, each time in a new execution. The check is for a whole item, when its first such request is about to
 * leave.
 */
export class RepeatedCalls implements Guard {
	private readonly begun = new Map<number, Begun>();

	private readonly writing: Array<Promise<void>> = [];

	/** Items that came too late, because an equal call had begun meanwhile. */
	readonly held = new Set<number>();

	constructor(
		private readonly world: World,
		private readonly of: (index: number) => RepeatableCall | undefined,
	) {}

	/**
	 * @returns the outcome of an equal call of this process, when it has ended; undefined if there was none recently
	 */
	async recalled(index: number): Promise<Outcome | undefined> {
		const wanted = this.of(index);
		if (!wanted || wanted.afterMs === 0 || !this.world.calls.of(wanted.deed)) return undefined;
		await this.otherEnded(wanted.deed);
		const earlier = this.lately(wanted);
		return earlier && this.outcomeOf(earlier, wanted);
	}

	guarding(indexes: readonly number[], trail: Trail): Trail {
		return guarded(trail, async () => {
			for (const index of indexes) await this.pass(index);
		});
	}

	settled(index: number, outcome: Outcome): void {
		const begun = this.begun.get(index);
		if (!begun) return;
		const { calls, keys, executionId } = this.world;
		if (outcome.rows || mayHaveHappened(outcome.failure)) {
			calls.end(begun.deed, { ...begun, executionId }, outcome);
			if (outcome.rows) this.writing.push(keys.done(begun.deed, begun.at).catch(() => {}));
			return;
		}
		// Nothing was done, or a further call can go on from it.
		calls.forget(begun.deed);
		this.writing.push(keys.withdraw(begun.written).catch(() => {}));
	}

	async flush(): Promise<void> {
		const { calls, executionId } = this.world;
		for (const begun of this.begun.values())
			if (calls.running(begun.deed)) calls.end(begun.deed, { ...begun, executionId }, undefined);
		await Promise.all(this.writing);
	}

	/** @throws ItemFailure when the same was done recently, or is being done */
	private async pass(index: number): Promise<void> {
		const wanted = this.of(index);
		if (!wanted || this.begun.has(index)) return;
		const { calls, time, executionId } = this.world;
		if (wanted.afterMs > 0) await this.otherEnded(wanted.deed);
		const earlier = this.lately(wanted);
		if (earlier) {
			this.held.add(index);
			throw new ItemFailure(this.failureOf(earlier, wanted));
		}
		const at = time.now();
		const { deed, words } = wanted;
		calls.begin(deed, { at, executionId, words });
		const written = await this.write(wanted, at).catch((thrown: unknown) => {
			calls.forget(deed);
			throw thrown;
		});
		this.begun.set(index, { deed, at, words, written });
	}

	/** @returns the keys that were written */
	private async write(wanted: RepeatableCall, at: number): Promise<string[]> {
		const { deed, afterMs, sendsDoubtful } = wanted;
		const { keys } = this.world;
		const refuse = (): never => {
			throw new ItemFailure(notRecorded);
		};
		// A repetition on purpose is noted for callers that do not want one.
		if (afterMs === 0) return (await keys.begin(deed, ownKey(deed), at).catch(() => undefined)) ?? [];
		const noted = await keys.last(deed, at - afterMs, at).catch(refuse);
		if (noted && (noted.isDone || !sendsDoubtful))
			throw new ItemFailure((noted.isDone ? sameDone : sameStarted)(this.told(noted.at, wanted)));
		// The minute has a note already; of two Retries at once, the intents let one through.
		if (noted && isSameMinute(noted.at, at)) return [];
		const written = await keys.begin(deed, ownKey(deed), at, noted?.at).catch(refuse);
		if (!written) throw new ItemFailure(sameUnderWay(this.told(at, wanted)));
		return written;
	}

	private lately({ deed, afterMs, sendsDoubtful }: RepeatableCall): EarlierCall | undefined {
		const { calls, time, executionId } = this.world;
		const earlier = calls.of(deed);
		if (afterMs === 0 || !earlier || time.now() >= countsUntil(earlier.at, afterMs)) return undefined;
		const isInDoubt = !earlier.isDone && !calls.running(deed);
		return isInDoubt && sendsDoubtful && earlier.executionId !== executionId ? undefined : earlier;
	}

	/** Resolves when no other call is at work, or the caller has stopped waiting. */
	private async otherEnded(deed: string): Promise<void> {
		const { calls, time, isCancelled } = this.world;
		await sleepUntil(Infinity, () => calls.running(deed) === undefined || isCancelled(), time);
	}

	private outcomeOf(earlier: EarlierCall, wanted: RepeatableCall): Outcome {
		const rows = earlier.outcome?.rows;
		if (!rows) return { failure: this.failureOf(earlier, wanted) };
		const note = (earlier.words === wanted.words ? notedAsSame : notedAsOtherWords)(this.told(earlier.at, wanted));
		return { rows: rows.map((row) => ({ ...row, told: { ...row.told, note } })) };
	}

	private failureOf({ at, isDone }: EarlierCall, wanted: RepeatableCall): Failure {
		const before = this.told(at, wanted);
		if (this.world.calls.running(wanted.deed)) return sameUnderWay(before);
		return (isDone ? sameDone : sameStarted)(before);
	}

	private told(at: number, { afterMs }: RepeatableCall): EarlierEqualCall {
		const { clockTime, vendorName } = this.world;
		return { vendorName, at: clockTime(at), from: clockTime(countsUntil(at, afterMs)) };
	}
}
