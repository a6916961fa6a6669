import { invalidInput, type ItemFailure } from '../contract/failure';
import { partsOf, valuesByLabel, type Cell, type Labels } from './labelledColumns';
import type { KnownColumns, KnownField, Source } from './knownColumns';
import { agreementOfNames } from './names';
import { isNothing } from './reading/nothing';
import { quotedList } from './quoted';
import { exactName, plainName } from './plainName';
import { stringOf } from './text';

/** A value of an item, and the columns that it comes from. */
export interface Found {
	value: unknown;
	columns: string[];
	/** The column with the label of the value. */
	chosenBy?: string;
}

/**
 * The meaning of a field's value, so that columns with the same meaning do not contradict each other.
 * @returns undefined for a value that the field cannot have
 */
export type Meaning = (value: unknown) => string | undefined;

/** Blanks and capitals do not change a text. */
const sameText: Meaning = (value) =>
	typeof value === 'string' ? value.trim().replace(/\s+/g, ' ').toLowerCase() : JSON.stringify(value);

/** For a field with a reader: two spellings of a number are equal. An unreadable value counts by its text. */
export const asRead =
	(read: (value: unknown) => unknown): Meaning =>
	(value) => {
		try {
			return sameText(read(value));
		} catch {
			return sameText(value);
		}
	};

/** A field that is looked for: its name, which a column may have, and what the panel calls it. */
export interface Sought {
	name: string;
	label: string;
}

interface Candidate extends Found {
	key: string;
}

const joined = (cells: Cell[]): string => cells.map(([, value]) => stringOf(value).trim()).join(' ');

/** The values for which there is no better one; an impossible value counts only if no other is possible. */
function bestOf(candidates: Candidate[], better: KnownField['better'], meaning: Meaning): Candidate[] {
	if (candidates.length < 2) return candidates;
	const fit = candidates.filter(({ value }) => meaning(value) !== undefined);
	const able = fit.length > 0 ? fit : candidates;
	return able.filter(({ key }) => !able.some((other) => better.get(key)?.has(other.key)));
}

function contradiction({ name, label }: Sought, one: Found, other: Found): ItemFailure {
	const names = [...new Set([...one.columns, ...other.columns])];
	return invalidInput(
		`The input ${names.length > 1 ? 'fields' : 'field'} ${quotedList(names)} ${names.length > 1 ? 'say' : 'says'} different things about "${label}": ${quotedList([one.value, other.value])}`,
		`Keep the right one, or put it in a field "${name}" with an Edit Fields node before this one.`,
	);
}

/** @throws ItemFailure when two of them have different values */
function agreedOn(field: Sought, [first, ...others]: Found[], meaning: Meaning): Found | undefined {
	if (!first || others.length === 0) return first;
	const said = meaning(first.value);
	const other = others.find(({ value }) => meaning(value) !== said);
	if (!other) return first;
	throw contradiction(field, first, other);
}

/** The filled columns of an input item, or those with other cells. */
export class Columns {
	private readonly filled: Cell[];

	private readonly byExactName = new Map<string, Cell[]>();

	private readonly byPlainName = new Map<string, Cell[]>();

	private readonly heading: string;

	constructor(
		input: Record<string, unknown>,
		private readonly isMeant = (cell: unknown): boolean => !isNothing(cell),
	) {
		this.filled = Object.entries(input).filter(([, value]) => isMeant(value));
		for (const entry of this.filled) {
			const [exact, plain] = [exactName(entry[0]), plainName(entry[0])];
			this.byExactName.set(exact, [...(this.byExactName.get(exact) ?? []), entry]);
			this.byPlainName.set(plain, [...(this.byPlainName.get(plain) ?? []), entry]);
		}
		this.heading = [...this.byPlainName.keys()].join('\n');
	}

	get names(): string[] {
		return this.filled.map(([name]) => name);
	}

	/** Whether there is a column for the field, with any cell that counts. */
	has(field: string, known: KnownColumns): boolean {
		return this.byExactName.has(exactName(field)) || this.all(field, known).length > 0;
	}

	/**
	 * The column of exactly this name. A file may have a byte order mark or blanks around it.
	 * @throws ItemFailure when two columns have different values
	 */
	exact(field: Sought, meaning: Meaning = sameText): Found | undefined {
		const { name } = field;
		const cells = this.byExactName.get(name) ?? [];
		const verbatim = cells.filter(([column]) => column === name);
		const found = (verbatim.length > 0 ? verbatim : cells).map(([column, value]): Found => ({
			columns: [column],
			value,
		}));
		return agreedOn(field, found, meaning);
	}

	/**
	 * The value of a field: from the column of its exact name, otherwise from one with a known synonym.
	 * @throws ItemFailure when two columns have different values
	 */
	find(field: Sought, known: KnownColumns, meaning: Meaning = sameText): Found | undefined {
		const exact = this.exact(field, meaning);
		if (exact) return exact;
		const candidates = this.meant(field.name, known);
		const found = agreedOn(field, bestOf(candidates, known.of(field.name).better, meaning), meaning);
		// First and last name beside a "Name" that is the company's.
		const rival =
			found &&
			candidates.find(({ key, value }) => key.includes('+') && agreementOfNames(value, found.value) === 'other');
		if (rival) throw contradiction(field, found, rival);
		return found;
	}

	/** Columns that replace others only if none of the others is filled. */
	private meant(field: string, known: KnownColumns): Candidate[] {
		const all = this.all(field, known);
		const standIn = all.find(({ key }) => known.standsInFor(field, key).length > 0);
		if (!standIn) return all;
		const own = (each: string) => this.all(each, known).filter(({ key }) => known.standsInFor(each, key).length === 0);
		return known.standsInFor(field, standIn.key).some((each) => own(each).length > 0) ? own(field) : all;
	}

	private all(field: string, known: KnownColumns): Candidate[] {
		return known.sourcesIn(field, this.byPlainName, this.heading).flatMap((source) => this.candidates(source));
	}

	private candidates({ key, numbered, ...source }: Source): Candidate[] {
		const found = numbered ? this.byLabel(numbered.pattern, numbered.labels, source.separator) : this.together(source);
		return found.map((each) => ({ key, ...each }));
	}

	private byLabel(pattern: RegExp, labels: Labels, separator?: string): Found[] {
		const numbered = [...this.byPlainName].flatMap(([name, cells]) => {
			const number = pattern.exec(name)?.[1];
			if (number === undefined) return [];
			const [label] = labels.columns.flatMap(
				(column) => this.byPlainName.get(plainName(column.replace('#', number))) ?? [],
			);
			return cells.map((cell) => ({ number: Number(number), cell, label }));
		});
		const inOrder = numbered.sort((one, other) => one.number - other.number);
		return valuesByLabel(inOrder, labels, separator).filter(({ value }) => this.isMeant(value));
	}

	/**
	 * One entry for each way to choose its columns, because several may be spelled alike; of joined columns some may be
	 * missing.
	 */
	private together({ columns, separator }: Omit<Source, 'key'>): Found[] {
		const there = columns.flatMap((name) => {
			const spelled = this.byPlainName.get(name);
			return spelled ? [spelled] : [];
		});
		if (there.length === 0) return [];
		const ways = there.reduce<Cell[][]>(
			(before, spelled) => before.flatMap((way) => spelled.map((cell) => [...way, cell])),
			[[]],
		);
		return ways.flatMap((cells) => {
			const values = columns.length > 1 ? [joined(cells)] : partsOf(cells[0]?.[1], separator).filter(this.isMeant);
			return values.map((value) => ({ columns: cells.map(([name]) => name), value }));
		});
	}
}
