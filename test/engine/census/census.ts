import type { INode } from 'n8n-workflow';

import type { Operation } from '../../../nodes/shared/contract/operation';
import type { KeyLog } from '../../../nodes/shared/memory/keyLog';
import type { FinishedRun } from '../../../nodes/shared/run/driver';
import { ItemKeys } from '../../../nodes/shared/run/itemKeys';
import { itemsIn, type Entry } from './journal';
import { Life, type Fault, type Place } from './life';
import type { Stand } from './stand';
import { effectsOf, endOf, excessIn, isComplete, isTrueOfBad, lieIn, type Effects, type End } from './verdict';
import { filledIn, nothingKept, stored, World, type Kept, type Size, type Writing } from './world';

/** An undisturbed run. */
interface Reference {
	places: readonly Place[];
	/** Effects of each item. */
	wanted: Effects[];
	bad: ReadonlySet<number>;
}

/** A process of n8n. */
interface Process {
	life: Life;
	log: KeyLog;
}

/** A try of a scenario, and what n8n's database held when it began. */
interface Try {
	/** undefined when nothing came of it. */
	run: FinishedRun | undefined;
	keysBefore: readonly string[];
	keysAfter: ReadonlySet<string>;
	isUndisturbed: boolean;
	stopOnFailure: boolean;
}

/** How a run breaks, and perhaps its Retry. */
export interface Scenario {
	fault: Fault;
	faultOfRetry?: Fault;
	stopOnFailure: boolean;
}

/** What became of an item. */
export interface Verdict {
	/** What the first try told of it that nothing disturbed. */
	end: End;
	/** Whether the vendor has done all of it. */
	isDone: boolean;
}

/** What came of a scenario. */
export interface Found {
	/** What was told and is not so, and what was done too often. */
	lies: string[];
	verdicts: Verdict[];
	/** Where the Retry went. */
	placesOfRetry: readonly Place[];
}

/** The operation, which tells what its items are known by. */
function overheard(operation: Operation, hear: (index: number, identity: unknown) => void): Operation {
	return {
		...operation,
		begin() {
			const work = operation.begin();
			return {
				...work,
				read(item) {
					const identity = work.read(item);
					hear(item.index, identity);
					return identity;
				},
			};
		},
	};
}

/** What each item is known by in n8n's database. Items of which no try read the fields are not. */
class KnownBy {
	private readonly identities = new Map<number, unknown>();

	hear(index: number, identity: unknown): void {
		this.identities.set(index, identity);
	}

	of(index: number, world: World): string[] {
		return this.identities.has(index) ? new ItemKeys().next(this.identities.get(index), world.parameters.origin(index)) : [];
	}
}

/** One writing operation over items of a number: where it may break, and what comes of it there. */
export class Census {
	private constructor(
		private readonly stand: Stand,
		private readonly writing: Writing,
		private readonly node: INode,
		private readonly size: Size,
		private readonly reference: Reference,
	) {}

	/** @throws when the operation does not do what it is to do even if nothing breaks */
	static async of(stand: Stand, writing: Writing, size: Size): Promise<Census> {
		stand.reset();
		const node = filledIn(writing, stand.sandbox, size.chunked === true);
		const world = await World.open(stand, writing, node, size);
		const life = new Life();
		const attempt = { number: 0, life, log: world.keyLog(life), kept: nothingKept(), executionId: '1', stopOnFailure: false };
		const run = await world.attempt(attempt);
		await world.settle();
		const bad = new Set<number>();
		const entries = entriesByItem(writing, world);
		const wanted = entries.map((own, index) => {
			const effects = effectsOf(own, writing.sample.effect);
			const end = endOf(run, index, writing.sample, world.carried.get(0));
			const isBad = size.chunked === true && (end === 'refused' || end === 'input');
			if (isBad) bad.add(index);
			if (isBad || (end === 'done' && effects.size > 0)) return effects;
			throw new Error(`${writing.name} does not work: ${end} ${JSON.stringify([...effects, run.outcomes.get(index)])}`);
		});
		if (bad.size !== (size.chunked ? 1 : 0)) throw new Error(`${writing.name}: ${bad.size} items are not fit`);
		return new Census(stand, writing, node, size, { places: life.reached, wanted, bad });
	}

	/** Where a run may break, in order. */
	get places(): readonly Place[] {
		return this.reference.places;
	}

	/** Breaks a run, presses Retry in all its ways, and compares what was told with the vendor's journal. */
	async scenario({ fault, faultOfRetry, stopOnFailure }: Scenario): Promise<Found> {
		const knownBy = new KnownBy();
		const operation = overheard(this.writing.operation, (index, identity) => knownBy.hear(index, identity));
		const world = await World.open(this.stand, { ...this.writing, operation }, this.node, this.size);
		const tries: Try[] = [];
		let kept = nothingKept();
		let atStop: Kept | undefined;
		const process = (broken?: Fault): Process => {
			const life = new Life(broken, () => (atStop = { ...stored(kept), staticData: {} }));
			return { life, log: world.keyLog(life) };
		};
		const attempt = async ({ life, log }: Process, executionId: string, stops: boolean) => {
			const keysBefore = [...world.keys];
			const run = await world
				.attempt({ number: tries.length, life, log, kept, executionId, stopOnFailure: stops })
				.catch(() => undefined);
			tries.push({ run: life.isDead ? undefined : run, keysBefore, keysAfter: new Set(world.keys), isUndisturbed: !life.isBroken, stopOnFailure: stops });
		};
		/** What n8n has of the execution when Retry is pressed. */
		const whatIsLeft = ({ life }: Process, broken?: Fault): Kept => {
			if (life.isDead) return nothingKept();
			// n8n drops what a workflow keeps when an execution is stopped.
			if (life.isStopped) kept = { ...kept, staticData: {} };
			return broken?.kind === 'stop, stored at once' && atStop ? atStop : stored(kept);
		};

		const first = process(fault);
		await attempt(first, '1', stopOnFailure);
		if (!first.life.isStopped) {
			// Retry On Fail.
			first.life.recover();
			await attempt(first, '1', stopOnFailure);
		}
		kept = whatIsLeft(first, fault);
		atStop = undefined;
		const retried = process(faultOfRetry);
		await attempt(retried, '2', stopOnFailure);
		// A Retry of the Retry.
		kept = whatIsLeft(retried, faultOfRetry);
		await attempt(process(), '3', stopOnFailure);
		// n8n died in a later node, or before it had stored anything.
		kept = nothingKept();
		await attempt(process(), '4', false);
		await world.settle();
		return { ...this.compare(world, tries, knownBy), placesOfRetry: retried.life.reached };
	}

	private compare(world: World, tries: Try[], knownBy: KnownBy): Pick<Found, 'lies' | 'verdicts'> {
		const { effect, harmlessTwice, isHarmless = () => false } = this.writing.sample;
		const entries = entriesByItem(this.writing, world);
		const lies = entries.flatMap((own, index) => {
			const names = [...knownBy.of(index, world), world.items[index]?.mark ?? ''];
			const told = tries.flatMap((one, number) => this.lieOf(index, { world, own, names, number, ...one }) ?? []);
			const excess = harmlessTwice === undefined ? excessIn(effectsOf(own.filter(({ request }) => !isHarmless(request)), effect), this.reference.wanted[index] ?? new Map()) : [];
			return [...told, ...excess].map((lie) => `item ${index} ${lie}`);
		});
		const undisturbed = tries.findIndex(({ isUndisturbed }) => isUndisturbed);
		const run = tries[undisturbed]?.run;
		const verdictOf = (own: Entry[], index: number): Verdict[] => {
			if (!run) return [];
			const end = endOf(run, index, this.writing.sample, world.carried.get(undisturbed));
			return [{ end, isDone: isComplete(effectsOf(own, effect), this.reference.wanted[index] ?? new Map()) }];
		};
		return { lies, verdicts: entries.flatMap(verdictOf) };
	}

	/** What was deleted unknown to the database ends a try, and what an operation that notes down itself finds in doubt: it may be another execution's. */
	private isCutShort({ outcomes }: FinishedRun): boolean {
		const { isWrittenDown } = this.writing.sample;
		return [...outcomes.values()].some(({ failure }) => failure?.status === 404 || (isWrittenDown && failure?.kind === 'unknown'));
	}

	/** What a try told of an item, if it is not so. */
	private lieOf(
		index: number,
		{ world, own, names, number, run, keysBefore, keysAfter, isUndisturbed, stopOnFailure }: Try & { world: World; own: Entry[]; names: string[]; number: number },
	): string | undefined {
		if (!run) return undefined;
		const { follows = false, isWrittenDown = false, effect, harmlessTwice } = this.writing.sample;
		const end = endOf(run, index, this.writing.sample, world.carried.get(number));
		const past = own.filter(({ by }) => by <= number);
		const isKnown = (key: string) => names.some((name) => key.includes(name));
		const inDoubt = [...world.keysInDoubt];
		const known = [...keysBefore.filter(isKnown), ...(isWrittenDown ? inDoubt : inDoubt.filter(isKnown))];
		const lie = this.reference.bad.has(index)
			? isTrueOfBad(end, { isUndisturbed, deletes: harmlessTwice !== undefined || this.writing.operationName === 'delete' })
				? undefined
				: `told "${end}", but it is not fit`
			: lieIn({
					end,
					effects: effectsOf(past, effect),
					wanted: this.reference.wanted[index] ?? new Map(),
					isInDoubt: past.some(({ isCut, request }) => isCut && request.method !== 'GET'),
					wasDeclared: known.some((key) => !/ done( \?)?$/.test(key)),
					// What a process has only looked for that died over it says nothing.
					wasMarkedDone: known.some((key) => key.endsWith(' done') && keysAfter.has(key) && !keysBefore.includes(`${key} ?`)),
					isUndisturbed,
					isCutShort: stopOnFailure && this.isCutShort(run),
					follows,
					isWrittenDown,
					isNotFound: run.outcomes.get(index)?.failure?.status === 404,
				});
		return lie && `in try ${number}: ${lie}. ${run.outcomes.get(index)?.failure?.message ?? ''}`;
	}
}

/** What was sent for each item. */
function entriesByItem({ sample }: Writing, { items, journal, stand }: World): Entry[][] {
	const places = itemsIn(items.map(({ mark }) => mark));
	const byItem = items.map((): Entry[] => []);
	for (const entry of journal.entries) {
		const found = sample.about?.(entry.request, items, stand.sandbox) ?? places(entry.request);
		if (found.length === 0 && entry.request.method !== 'GET') throw new Error(`No item’s mark is in ${JSON.stringify(entry.request)}`);
		for (const index of found) byItem[index]?.push(entry);
	}
	return byItem;
}
