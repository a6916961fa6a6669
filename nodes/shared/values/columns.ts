import { invalidInput } from '../contract/failure';
import { isNothing } from './reading/nothing';
import { quotedList } from './quoted';
import { plainName } from './plainName';

/**
 * How an export of another program names the columns of the fields: `full_name > First Name + Last Name | Person`. Columns with
 * "+" between them are joined by a blank, "|" stands between names that mean the same, and what comes before ">" is the better
 * one where the export has both.
 */
export interface KnownExport<Field extends string> {
	program: string;
	columns: Readonly<Partial<Record<Field, string>>>;
}

/** A value of an item, and the columns that it was made from. */
export interface Found {
	value: unknown;
	columns: string[];
}

/**
 * What a value of a field means, so that columns which say the same do not contradict each other.
 * @returns undefined for what cannot be a value of the field
 */
export type Meaning = (value: unknown) => string | undefined;

/** The columns that make a field, by their plain names. */
interface Source {
	key: string;
	columns: string[];
}

interface KnownField {
	sources: Map<string, Source>;
	/** By the key of a source: those that are better where both are there. */
	better: Map<string, Set<string>>;
}

/** `full_name > First Name + Last Name` as names of columns: the better ones first, then those that mean the same, then those that are joined. */
export const parsedColumns = (text: string): string[][][] =>
	text.split(' > ').map((rank) => rank.split(' | ').map((names) => names.split(' + ')));

/** The field may be a name that the vendor has added, whatever it is. */
const textsOf = (columns: Readonly<Partial<Record<string, string>>>, field: string): string[] =>
	Object.hasOwn(columns, field) ? [columns[field] ?? ''] : [];

const sourceOf = (names: string[]): Source => {
	const columns = names.map(plainName);
	return { key: columns.join('+'), columns };
};

function knownField(field: string, texts: string[]): KnownField {
	const own = sourceOf([field]);
	const known: KnownField = { sources: new Map([[own.key, own]]), better: new Map() };
	for (const ranks of texts.map(parsedColumns)) {
		const before = new Set([own.key]);
		for (const rank of ranks) {
			const sources = rank.map(sourceOf);
			for (const source of sources) {
				known.sources.set(source.key, source);
				if (source.key !== own.key) known.better.set(source.key, new Set([...(known.better.get(source.key) ?? []), ...before]));
			}
			for (const { key } of sources) before.add(key);
		}
	}
	return known;
}

/** The columns that a person or another program may have for the fields of a vendor. */
export class KnownColumns<Field extends string = string> {
	private readonly fields = new Map<string, KnownField>();

	constructor(readonly exports: ReadonlyArray<KnownExport<Field>>) {}

	/** A field goes by its own name in any spelling before the known ones, as it did when none were known. */
	of(field: string): KnownField {
		const known =
			this.fields.get(field) ??
			knownField(field, this.exports.flatMap(({ columns }) => textsOf(columns, field)));
		this.fields.set(field, known);
		return known;
	}
}

/** Blanks and capitals do not make another text of it. */
const sameText: Meaning = (value) => (typeof value === 'string' ? value.trim().replace(/\s+/g, ' ').toLowerCase() : JSON.stringify(value));

interface Candidate extends Found {
	key: string;
}

type Cell = [column: string, value: unknown];

const joined = (cells: Cell[]): string => cells.map(([, value]) => String(value).trim()).join(' ');

/** The filled columns of an input item, or those with other cells. */
export class Columns {
	private readonly filled: Cell[];

	private readonly byPlainName = new Map<string, Cell[]>();

	constructor(input: Record<string, unknown>, isMeant = (cell: unknown): boolean => !isNothing(cell)) {
		this.filled = Object.entries(input).filter(([, value]) => isMeant(value));
		for (const entry of this.filled) {
			const plain = plainName(entry[0]);
			this.byPlainName.set(plain, [...(this.byPlainName.get(plain) ?? []), entry]);
		}
	}

	get names(): string[] {
		return this.filled.map(([name]) => name);
	}

	/** The column of exactly this name. */
	exact(name: string): Found | undefined {
		const entry = this.filled.find(([filled]) => filled === name);
		return entry && { columns: [name], value: entry[1] };
	}

	/**
	 * The value of a field: from the column of its exact name, else from one that is known to mean it.
	 * @throws ItemFailure when two columns say different things
	 */
	find(field: string, known: KnownColumns, meaning: Meaning = sameText): Found | undefined {
		const exact = this.exact(field);
		if (exact) return exact;
		const { sources, better } = known.of(field);
		const candidates = [...sources.values()].flatMap((source) => this.candidates(source));
		const fit = candidates.filter(({ value }) => meaning(value) !== undefined);
		const able = fit.length > 0 ? fit : candidates;
		const best = able.filter(({ key }) => !able.some((other) => better.get(key)?.has(other.key)));
		const [first, ...others] = best;
		if (!first) return undefined;
		const other = others.find(({ value }) => meaning(value) !== meaning(first.value));
		if (!other) return first;
		throw invalidInput(
			`The input fields ${quotedList([...first.columns, ...other.columns])} say different things about "${field}"`,
			`Keep the right one, or rename it to "${field}" with an Edit Fields node before this one.`,
		);
	}

	/** One for each way to take its columns, as several may be spelled alike; those that are joined may be there in part. */
	private candidates({ key, columns }: Source): Candidate[] {
		const there = columns.flatMap((name) => {
			const spelled = this.byPlainName.get(name);
			return spelled ? [spelled] : [];
		});
		if (there.length === 0) return [];
		const ways = there.reduce<Cell[][]>((before, spelled) => before.flatMap((way) => spelled.map((cell) => [...way, cell])), [[]]);
		return ways.map((cells) => ({ key, columns: cells.map(([name]) => name), value: columns.length > 1 ? joined(cells) : cells[0]?.[1] }));
	}
}
