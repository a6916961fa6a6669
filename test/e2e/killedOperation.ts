import type { INodeExecutionData } from 'n8n-workflow';

import type { OutgoingRequest } from '../../nodes/shared/contract/exchange';
import { deferred } from '../../nodes/shared/values/deferred';
import { newItems } from '../engine/census/items';
import { entriesByItem, itemsIn, Journal, type Entry } from '../engine/census/journal';
import type { ItemMade } from '../engine/census/sample';
import type { Stand } from '../engine/census/stand';
import { effectsOf, excessOf, lieIn, endOfRows, type Effects } from '../engine/census/verdict';
import type { Writing } from '../engine/census/writing';
import type { Answering, AnswerOnTheWay } from './lossyServer';

/** Where the last item is when n8n is killed. */
export const MOMENTS = ['before the vendor has acted', 'after the vendor has acted', 'in a later node'] as const;

export type Moment = (typeof MOMENTS)[number];

/** The address of the step after the node. */
export const LATER = 'later';

/** The first goes through, unless both travel together. */
export const ITEMS = 2;

const NO_ANSWER: AnswerOnTheWay = { response: { status: 200, headers: {}, body: {} }, lost: () => {} };

const isWriting = ({ request }: Pick<Entry, 'request'>): boolean => request.method !== 'GET';

const placeOf = ({ pairedItem }: INodeExecutionData): number | undefined => {
	const [first] = Array.isArray(pairedItem) ? pairedItem : [pairedItem];
	return typeof first === 'object' ? first.item : first;
};

/** A writing operation's vendor and its later step, which hold what reaches a moment until n8n is dead. */
export class KilledOperation implements Answering {
	private readonly journal = new Journal();

	private readonly holding = deferred<void>();

	private readonly death = deferred<void>();

	private isDead = false;

	private constructor(
		private readonly stand: Stand,
		readonly writing: Writing,
		private readonly wanted: readonly Effects[],
		private readonly moment: Moment,
		readonly items: readonly ItemMade[],
	) {}

	/** @param wanted effects of each item when nothing breaks */
	static async begin(
		stand: Stand,
		writing: Writing,
		wanted: readonly Effects[],
		moment: Moment,
	): Promise<KilledOperation> {
		return new KilledOperation(stand, writing, wanted, moment, await newItems(stand, writing.sample, { items: ITEMS }));
	}

	/** Resolves when the moment is reached. */
	get reached(): Promise<void> {
		return this.holding.promise;
	}

	/** To be called when n8n is dead. */
	goOn(): void {
		this.isDead = true;
		this.death.resolve();
	}

	/** @param address the credential's field that has it, or `LATER` */
	async answer(address: string, request: OutgoingRequest): Promise<AnswerOnTheWay | undefined> {
		if (address === LATER) {
			if (this.moment === 'in a later node') await this.hold();
			return NO_ANSWER;
		}
		const entry = this.journal.add(request, this.isDead ? 1 : 0);
		const lost = () => void (entry.isCut = true);
		if (this.moment === 'before the vendor has acted' && this.isAboutTheLast(entry)) {
			await this.hold();
			lost();
			return undefined;
		}
		const { response, accepted } = await this.stand.serve(request, address);
		entry.isAccepted = accepted;
		if (this.moment === 'after the vendor has acted' && accepted && this.isAboutTheLast(entry)) await this.hold();
		return { response, lost };
	}

	/** How what the Retry told differs from what the vendor did. */
	lies(output: readonly INodeExecutionData[]): string[] {
		const entries = entriesByItem(this.journal, this.items, this.writing.sample, this.stand.sandbox);
		return entries.flatMap((own, index) => {
			const rows = output.filter((row) => placeOf(row) === index).map(({ json }) => json);
			const lies = [
				this.lieOf(index, rows, own) ?? [],
				excessOf(own, this.wantedOf(index), this.writing.sample),
			].flat();
			return lies.map((lie) => `${this.writing.name}, item ${index}: ${lie}. ${String(rows[0]?.error ?? '')}`);
		});
	}

	private wantedOf = (index: number): Effects => this.wanted[index] ?? new Map();

	private lieOf(
		index: number,
		rows: ReadonlyArray<INodeExecutionData['json']>,
		own: readonly Entry[],
	): string | undefined {
		const { effect, follows = false, isWrittenDown = false, isKeyed = false } = this.writing.sample;
		const before = own.filter(({ by, request }) => by === 0 && request.method !== 'GET');
		return lieIn({
			end: rows.length === 0 ? 'not sent' : endOfRows(rows, this.writing.sample),
			effects: effectsOf(own, effect),
			wanted: this.wantedOf(index),
			isInDoubt: own.some((entry) => entry.isCut && isWriting(entry)),
			wasDeclared: before.length > 0,
			// A node that has ended has marked all its effects, except deletions.
			wasMarkedDone: this.moment === 'in a later node' && before.some(({ request }) => request.method !== 'DELETE'),
			isUndisturbed: true,
			isCutShort: false,
			follows,
			isWrittenDown,
			isKeyed,
			isNotFound: false,
			mayBeDone: false,
		});
	}

	private isAboutTheLast(entry: Entry): boolean {
		const placesIn = itemsIn(this.items, this.writing.sample, this.stand.sandbox);
		return !this.isDead && isWriting(entry) && placesIn(entry.request).includes(ITEMS - 1);
	}

	private async hold(): Promise<void> {
		this.holding.resolve();
		await this.death.promise;
	}
}
