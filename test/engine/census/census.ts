import type { INode } from 'n8n-workflow';

import type { KeyLog } from '../../../nodes/shared/memory/keyLog';
import { Comparison, type Compared, type Reference, type Try } from './comparison';
import { entriesByItem } from './journal';
import { KnownBy } from './knownBy';
import { Life, type Fault, type Place } from './life';
import { filledIn } from './parameters';
import type { StillStand } from './stillStand';
import { effectsOf, endOf, type Effects } from './verdict';
import { nothingKept, stored, World, type Kept } from './world';
import type { Size, Writing } from './writing';

/** A process of n8n. */
interface Process {
	life: Life;
	log: KeyLog;
}

/** How a run breaks, and perhaps its Retry. */
export interface Scenario {
	fault: Fault;
	faultOfRetry?: Fault;
	stopOnFailure: boolean;
}

/** The findings of a scenario. */
export interface Found extends Compared {
	/** Where the Retry went. */
	placesOfRetry: readonly Place[];
}

/** One writing operation over a number of items: the places where it may break, and the results there. */
export class Census {
	private constructor(
		private readonly stand: StillStand,
		private readonly writing: Writing,
		private readonly node: INode,
		private readonly size: Size,
		private readonly reference: Reference,
	) {}

	/** @throws when the operation does not work even if nothing breaks */
	static async of(stand: StillStand, writing: Writing, size: Size): Promise<Census> {
		stand.reset();
		const node = filledIn(writing, stand.sandbox, size.chunked === true);
		const world = await World.open(stand, writing, node, size);
		const life = new Life();
		const attempt = {
			number: 0,
			life,
			log: world.keyLog(life),
			kept: nothingKept(),
			executionId: '1',
			stopOnFailure: false,
		};
		const run = await world.attempt(attempt);
		await world.settle();
		const bad = new Set<number>();
		const entries = entriesByItem(world.journal, world.items, writing.sample, stand.sandbox);
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

	/** Effects of each item when nothing breaks. */
	get wanted(): readonly Effects[] {
		return this.reference.wanted;
	}

	/** Where a run may break, in order. */
	get places(): readonly Place[] {
		return this.reference.places;
	}

	/** Breaks a run, presses Retry in all its ways, and compares the outcomes with the vendor's journal. */
	async scenario({ fault, faultOfRetry, stopOnFailure }: Scenario): Promise<Found> {
		const knownBy = new KnownBy();
		const operation = knownBy.overhear(this.writing.operation);
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
			tries.push({
				run: life.isDead ? undefined : run,
				keysBefore,
				keysAfter: new Set(world.keys),
				isUndisturbed: !life.isBroken,
				stopOnFailure: stops,
			});
		};
		/** What n8n has of the execution when Retry is pressed. */
		const keptAfter = ({ life }: Process, broken?: Fault): Kept => {
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
		kept = keptAfter(first, fault);
		atStop = undefined;
		const retried = process(faultOfRetry);
		await attempt(retried, '2', stopOnFailure);
		// A Retry of the Retry.
		kept = keptAfter(retried, faultOfRetry);
		await attempt(process(), '3', stopOnFailure);
		// n8n died in a later node, or before it had stored anything.
		kept = nothingKept();
		await attempt(process(), '4', false);
		await world.settle();
		return {
			...new Comparison(this.writing, this.reference, world, tries, knownBy).compare(),
			placesOfRetry: retried.life.reached,
		};
	}
}
