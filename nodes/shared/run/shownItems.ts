import type { IDataObject } from 'n8n-workflow';

import type { Outcome, OutputRow } from '../contract/outcome';
import { plainText } from '../values/text';
import { zonedTimes } from '../values/zonedTimes';
import { failureRow, heldBackRow } from './failureRow';
import { clashesIn, withColumns, type Beside } from './inputColumns';
import { whoFirst } from './memberOrder';
import { isResultWord } from './resultWords';

/** Which input columns the output has. */
export interface InputShown {
	input: (index: number) => IDataObject;
	/** Options > Include Input Fields, or the operation's default. */
	isIncluded: (index: number) => boolean;
	/** The time zone for the times of its result; undefined if the vendor's answer stays unchanged. */
	timesIn: (index: number) => string | undefined;
	/**
	 * Whether the item gets a value from this column. It keeps its name then, so that the failed item can be run again.
	 */
	mayRead: (index: number, column: string) => boolean;
	/**
	 * n8n sends failed items to their own output, with their input. It recognises them because they have no members
	 * beside the failure.
	 */
	failuresApart: boolean;
}

/** With the notes of this package; if the vendor has a member of that name, the vendor's stays. */
function withTold({ json, binary, told }: OutputRow): OutputRow {
	if (!told) return { json, binary };
	const notice = [plainText(json.notice), plainText(told.notice)].filter(Boolean).join(' ');
	return { json: { ...json, ...told, ...(notice !== '' && { notice }) }, binary };
}

const ownRows = ({ rows, failure }: Outcome, timesIn: string | undefined): OutputRow[] => {
	if (!failure)
		return rows.map((row) => withTold(timesIn === undefined ? row : { ...row, json: zonedTimes(row.json, timesIn) }));
	return [{ json: failure.kind === 'heldBack' ? heldBackRow(failure) : failureRow(failure) }];
};

/** One row with the columns that were added to it before. */
export const broughtBeside = (row: IDataObject, columns: IDataObject): IDataObject => {
	const beside = { row, columns };
	return whoFirst(withColumns(beside, clashesIn([beside])));
};

/**
 * The output items, with failures as data: person or record, result, and the input's columns if the user wants them.
 */
export class ShownItems {
	constructor(private readonly shown: InputShown) {}

	/** The rows of each item. @param outcomes by item */
	of(outcomes: ReadonlyMap<number, Outcome>): (index: number) => OutputRow[] {
		let clashes: ReadonlyMap<string, string> | undefined;
		return (index) => {
			const outcome = outcomes.get(index);
			if (!outcome) return [];
			const brought = this.broughtTo(index, outcome);
			return this.rowsOf(index, outcome).map(({ json, binary }) => {
				const told = brought
					? withColumns({ row: json, ...brought }, (clashes ??= clashesIn(this.besides(outcomes))))
					: json;
				return { json: whoFirst(told), ...(binary && { binary }) };
			});
		};
	}

	private readonly rowsOf = (index: number, outcome: Outcome): OutputRow[] =>
		ownRows(outcome, this.shown.timesIn(index));

	private *besides(outcomes: ReadonlyMap<number, Outcome>): Generator<Beside> {
		for (const [index, outcome] of outcomes) {
			const brought = this.broughtTo(index, outcome);
			if (brought) for (const { json } of this.rowsOf(index, outcome)) yield { row: json, ...brought };
		}
	}

	/**
	 * undefined if an item comes without its input. A person who is held back and a failed item always keep their
	 * input. Of an input that has been through a node before, nothing must look like a result of this one.
	 */
	private broughtTo(index: number, { failure }: Outcome): Omit<Beside, 'row'> | undefined {
		const { input, isIncluded, mayRead, failuresApart } = this.shown;
		const isKept = failure ? failure.kind === 'heldBack' || !failuresApart : isIncluded(index);
		if (!isKept) return undefined;
		const isMisleading = (name: string) => isResultWord(name) && !mayRead(index, name);
		return { columns: input(index), ...(failure && { isMisleading }) };
	}
}
