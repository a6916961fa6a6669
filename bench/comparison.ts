import type { Result } from './race';
import type { Table } from './table';

/** n8n must not stand still for longer than this: no webhook, no editor, no other workflow works meanwhile. */
const LONGEST_BLOCK_MS = 100;

/** Another node that did the same work. */
export interface Rival {
	name: string;
	result: Result;
}

/** Shows our result for one piece of work beside those of others, line by line. */
export class Comparison {
	constructor(
		private readonly table: Table,
		private readonly work: string,
		/** The unit by which the CPU time is divided. */
		private readonly items: number,
		private readonly own: Result,
	) {}

	/** CPU of n8n for each item. */
	cpu(rival: Rival, target?: number): void {
		this.compare('CPU per item', rival, (result) => result.cpuMs / this.items, target);
	}

	/** From the first item in to the last item out. */
	time(rival: Rival, target?: number): void {
		this.compare('time', rival, ({ wallMs }) => wallMs, target);
	}

	/** The longest time in which n8n's event loop stood still. */
	block({ name, result }: Rival): void {
		this.table.limit({
			work: this.work,
			measure: 'longest block',
			unit: 'ms',
			ours: this.own.blockMs,
			theirs: result.blockMs,
			beside: name,
			target: LONGEST_BLOCK_MS,
			runs: this.runs(result),
		});
	}

	private compare(measure: string, { name, result }: Rival, of: (result: Result) => number, target?: number): void {
		this.table.compare({
			work: this.work,
			measure,
			unit: 'ms',
			ours: of(this.own),
			theirs: of(result),
			beside: name,
			...(target !== undefined && { target }),
			runs: this.runs(result),
		});
	}

	private runs(other: Result): string {
		return `${this.own.runs}/${other.runs}`;
	}
}

/** A number of items or rows, for people. */
export const count = (number: number): string => number.toLocaleString('en-US');
