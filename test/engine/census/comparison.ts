import type { Outcome } from '../../../nodes/shared/contract/outcome';
import type { FinishedRun } from '../../../nodes/shared/run/driver';
import { entriesByItem, type Entry } from './journal';
import type { KnownBy } from './knownBy';
import type { Place } from './life';
import { effectsOf, endOf, excessOf, isComplete, isTrueOfBad, lieIn, type Effects, type End } from './verdict';
import type { World } from './world';
import type { Writing } from './writing';

/** An undisturbed run. */
export interface Reference {
	places: readonly Place[];
	/** Effects of each item. */
	wanted: readonly Effects[];
	bad: ReadonlySet<number>;
}

/** A try of a scenario, and what n8n's database held when it began. */
export interface Try {
	/** undefined when nothing came of it. */
	run: FinishedRun | undefined;
	keysBefore: readonly string[];
	keysAfter: ReadonlySet<string>;
	isUndisturbed: boolean;
	stopOnFailure: boolean;
}

/** The outcome of an item. */
export interface Verdict {
	/** What the first try told of it that nothing disturbed. */
	end: End;
	/** Whether the vendor has done all of it. */
	isDone: boolean;
}

export interface Compared {
	/** Outcomes that are not true, and effects that happened too often. */
	lies: string[];
	/** The latter alone. */
	excess: string[];
	verdicts: Verdict[];
}

/** An item, and all that was sent for it. */
interface ItemSent {
	index: number;
	own: Entry[];
	/** Its identities in n8n's database. */
	names: readonly string[];
}

/** Compares what the tries of an execution told with the vendor's journal. */
export class Comparison {
	/** @param tries in order */
	constructor(
		private readonly writing: Writing,
		private readonly reference: Reference,
		private readonly world: World,
		private readonly tries: readonly Try[],
		private readonly knownBy: KnownBy,
	) {}

	compare(): Compared {
		const { journal, items, stand, parameters } = this.world;
		const entries = entriesByItem(journal, items, this.writing.sample, stand.sandbox);
		const sent = entries.map((own, index) => ({
			index,
			own,
			names: [...this.knownBy.of(index, parameters), items[index]?.mark ?? ''],
		}));
		const excess = sent.flatMap((item) => this.excessOf(item));
		return {
			lies: [...sent.flatMap((item) => this.liesOf(item)), ...excess],
			excess,
			verdicts: sent.flatMap((item) => this.verdictOf(item)),
		};
	}

	private wantedOf = (index: number): Effects => this.reference.wanted[index] ?? new Map();

	private liesOf(item: ItemSent): string[] {
		return this.tries
			.flatMap((one, number) => this.lieOf(item, one, number) ?? [])
			.map((lie) => `item ${item.index} ${lie}`);
	}

	private excessOf({ index, own }: ItemSent): string[] {
		return excessOf(own, this.wantedOf(index), this.writing.sample).map((effect) => `item ${index} ${effect}`);
	}

	private verdictOf({ index, own }: ItemSent): Verdict[] {
		const { sample } = this.writing;
		const undisturbed = this.tries.findIndex(({ isUndisturbed }) => isUndisturbed);
		const run = this.tries[undisturbed]?.run;
		if (!run) return [];
		const end = endOf(run, index, sample, this.world.carried.get(undisturbed));
		return [{ end, isDone: isComplete(effectsOf(own, sample.effect), this.wantedOf(index)) }];
	}

	/** What a try told of an item, if it is not so. */
	private lieOf(item: ItemSent, one: Try, number: number): string | undefined {
		const { index } = item;
		if (!one.run) return undefined;
		const end = endOf(one.run, index, this.writing.sample, this.world.carried.get(number));
		const lie = this.reference.bad.has(index)
			? this.lieOfBad(end, one)
			: this.lieOfFit(end, item, one, one.run, number);
		return lie && `in try ${number}: ${lie}. ${one.run.outcomes.get(index)?.failure?.message ?? ''}`;
	}

	private lieOfBad(end: End, { isUndisturbed }: Try): string | undefined {
		const deletes = this.writing.operationName === 'delete';
		return isTrueOfBad(end, { isUndisturbed, deletes }) ? undefined : `told "${end}", but it is not fit`;
	}

	private lieOfFit(
		end: End,
		{ index, own, names }: ItemSent,
		one: Try,
		run: FinishedRun,
		number: number,
	): string | undefined {
		const { follows = false, isWrittenDown = false, isKeyed = false, effect } = this.writing.sample;
		const { keysBefore, keysAfter, isUndisturbed, stopOnFailure } = one;
		const past = own.filter(({ by }) => by <= number);
		const isKnown = (key: string) => names.some((name) => key.includes(name));
		const inDoubt = [...this.world.keysInDoubt];
		const known = [...keysBefore.filter(isKnown), ...(isWrittenDown ? inDoubt : inDoubt.filter(isKnown))];
		return lieIn({
			end,
			effects: effectsOf(past, effect),
			wanted: this.wantedOf(index),
			isInDoubt: past.some(({ isCut, request }) => isCut && request.method !== 'GET'),
			wasDeclared: known.some((key) => !/ done( \?)?$/.test(key)),
			// What a process has only looked for that died over it says nothing.
			wasMarkedDone: known.some(
				(key) => key.endsWith(' done') && keysAfter.has(key) && !keysBefore.includes(`${key} ?`),
			),
			isUndisturbed,
			isCutShort: stopOnFailure && this.isCutShort(run),
			follows,
			isWrittenDown,
			isKeyed,
			isNotFound: this.isNotFound(run.outcomes.get(index)),
			mayBeDone: run.outcomes.get(index)?.failure?.mayBeDone === true,
		});
	}

	private isNotFound({ failure }: Partial<Outcome> = {}): boolean {
		const { notThere } = this.writing.sample;
		return failure?.status === 404 || (notThere !== undefined && failure?.message.includes(notThere) === true);
	}

	/**
	 * Two outcomes end a try, because another execution may be the reason: a record is missing at the vendor though the
	 * database does not know of its deletion, and an operation with notes of its own is in doubt.
	 */
	private isCutShort({ outcomes }: FinishedRun): boolean {
		const { isWrittenDown } = this.writing.sample;
		return [...outcomes.values()].some(
			(outcome) => this.isNotFound(outcome) || (isWrittenDown && outcome.failure?.kind === 'unknown'),
		);
	}
}
