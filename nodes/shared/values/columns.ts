import { invalidInput, type ItemFailure } from '../contract/failure';
import { partsOf, valuesByLabel, type Cell, type Labels } from './labelledColumns';
import { agreementOfNames } from './names';
import { isNothing } from './reading/nothing';
import { quotedList } from './quoted';
import { exactName, plainName } from './plainName';
import { stringOf } from './text';

/**
 * How an export of another program names the columns of the fields: `full_name > First Name + Last Name | Person`. Columns with
 * "+" between them are joined by a blank, "|" stands between names that mean the same, and what comes before ">" is the better
 * one where the export has both. "#" is any number in the name of a column that has a label beside it.
 */
export interface KnownExport<Field extends string> {
	program: string;
	columns: Readonly<Partial<Record<Field, string>>>;
	/** What the program writes between several values of a cell. */
	separator?: string;
	/** Which value is the field's, where the columns are numbered. */
	labels?: Readonly<Partial<Record<Field, Labels>>>;
}

/**
 * Columns that stand in for others as a whole, such as a business address where nothing of another one is filled: a street of one
 * place and a city of another would lead nowhere.
 */
export interface StandIn<Field extends string> {
	/** What belongs together. */
	fields: readonly Field[];
	/** How the names of these columns begin, in small letters. */
	begin: string;
}

/** A value of an item, and the columns that it was made from. */
export interface Found {
	value: unknown;
	columns: string[];
	/** The column that said which value it is. */
	chosenBy?: string;
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
	separator?: string | undefined;
	/** Of numbered columns. */
	numbered?: { pattern: RegExp; labels: Labels };
}

interface KnownField {
	sources: Map<string, Source>;
	/** By the key of a source: those that are better where both are there. The field's own name in another spelling is no better than what means the same. */
	better: Map<string, Set<string>>;
	/** Those that the columns of an item may fill, by the names of the columns: rows of a table have the same. */
	byHeading: Map<string, Source[]>;
}

/** Headings that are remembered; rows without the empty cells of a spreadsheet have many. */
const MOST_HEADINGS = 100;

const mayFill = ({ columns, numbered }: Source, names: ReadonlyMap<string, unknown>): boolean =>
	numbered
		? [...names.keys()].some((name) => numbered.pattern.test(name))
		: columns.some((column) => names.has(column));

/** `full_name > First Name + Last Name` as names of columns: the better ones first, then those that mean the same, then those that are joined. */
export const parsedColumns = (text: string): string[][][] =>
	text.split(' > ').map((rank) => rank.split(' | ').map((names) => names.split(' + ')));

type OfField = Pick<Source, 'separator'> & { text: string; labels?: Labels | undefined };

/** The field may be a name that the vendor has added, whatever it is. */
const ofField = ({ columns, separator, labels }: KnownExport<string>, field: string): OfField[] =>
	Object.hasOwn(columns, field) ? [{ text: columns[field] ?? '', separator, labels: labels?.[field] }] : [];

function sourceOf(names: string[], { separator, labels }: Omit<OfField, 'text'> = {}): Source {
	const columns = names.map(plainName);
	const [first = ''] = names;
	return {
		key: columns.join('+'),
		columns,
		separator,
		...(labels && {
			numbered: {
				pattern: new RegExp(
					`^${first
						.split('#')
						.map(plainName)
						.join(String.raw`(\d+)`)}$`,
				),
				labels,
			},
		}),
	};
}

function knownField(field: string, exports: OfField[]): KnownField {
	const own = sourceOf([field]);
	const known: KnownField = { sources: new Map([[own.key, own]]), better: new Map(), byHeading: new Map() };
	for (const { text, ...rest } of exports) {
		const before = new Set<string>();
		for (const rank of parsedColumns(text)) {
			const sources = rank.map((names) => sourceOf(names, rest));
			for (const source of sources) {
				known.sources.set(source.key, source);
				if (source.key !== own.key && before.size > 0)
					known.better.set(source.key, new Set([own.key, ...(known.better.get(source.key) ?? []), ...before]));
			}
			for (const { key } of sources) before.add(key);
		}
	}
	return known;
}

/** The columns that a person or another program may have for the fields of a vendor. */
export class KnownColumns<Field extends string = string> {
	private readonly fields = new Map<string, KnownField>();

	constructor(
		readonly exports: ReadonlyArray<KnownExport<Field>>,
		private readonly standIn?: StandIn<Field>,
	) {}

	/** The fields that a column, known by its key, stands in for together with others; none if it stands for itself. */
	standsInFor(field: string, key: string): readonly string[] {
		const { fields = [], begin = '' } = this.standIn ?? {};
		return fields.some((each) => each === field) && key.startsWith(begin) ? fields : [];
	}

	/** The sources of a field that columns of these plain names may fill. @param heading stands for the names */
	sourcesIn(field: string, names: ReadonlyMap<string, unknown>, heading: string): Source[] {
		const { sources, byHeading } = this.of(field);
		const known = byHeading.get(heading) ?? [...sources.values()].filter((source) => mayFill(source, names));
		if (byHeading.size >= MOST_HEADINGS) byHeading.clear();
		byHeading.set(heading, known);
		return known;
	}

	of(field: string): KnownField {
		const known =
			this.fields.get(field) ??
			knownField(
				field,
				this.exports.flatMap((each) => ofField(each, field)),
			);
		this.fields.set(field, known);
		return known;
	}
}

/** Blanks and capitals do not make another text of it. */
const sameText: Meaning = (value) =>
	typeof value === 'string' ? value.trim().replace(/\s+/g, ' ').toLowerCase() : JSON.stringify(value);

/** Of a field that has a reader: two spellings of a number are one. What cannot be read counts by its text. */
export const asRead =
	(read: (value: unknown) => unknown): Meaning =>
	(value) => {
		try {
			return sameText(read(value));
		} catch {
			return sameText(value);
		}
	};

interface Candidate extends Found {
	key: string;
}

const joined = (cells: Cell[]): string => cells.map(([, value]) => stringOf(value).trim()).join(' ');

/** Those that nothing better stands beside; what cannot be meant is none where another can. */
function bestOf(candidates: Candidate[], better: KnownField['better'], meaning: Meaning): Candidate[] {
	if (candidates.length < 2) return candidates;
	const fit = candidates.filter(({ value }) => meaning(value) !== undefined);
	const able = fit.length > 0 ? fit : candidates;
	return able.filter(({ key }) => !able.some((other) => better.get(key)?.has(other.key)));
}

function contradiction(field: string, one: Found, other: Found): ItemFailure {
	const names = [...new Set([...one.columns, ...other.columns])];
	return invalidInput(
		`The input ${names.length > 1 ? 'fields' : 'field'} ${quotedList(names)} ${names.length > 1 ? 'say' : 'says'} different things about "${field}": ${quotedList([one.value, other.value])}`,
		`Keep the right one, or put it in a field "${field}" with an Edit Fields node before this one.`,
	);
}

/** @throws ItemFailure when two of them say different things */
function agreedOn(field: string, [first, ...others]: Found[], meaning: Meaning): Found | undefined {
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

	/**
	 * The column of this name, in these capitals. A file may have a byte order mark or blanks around it.
	 * @throws ItemFailure when two columns say different things
	 */
	exact(name: string, meaning: Meaning = sameText): Found | undefined {
		const cells = this.byExactName.get(name) ?? [];
		const verbatim = cells.filter(([column]) => column === name);
		const found = (verbatim.length > 0 ? verbatim : cells).map(([column, value]): Found => ({
			columns: [column],
			value,
		}));
		return agreedOn(name, found, meaning);
	}

	/**
	 * The value of a field: from the column of its exact name, else from one that is known to mean it.
	 * @throws ItemFailure when two columns say different things
	 */
	find(field: string, known: KnownColumns, meaning: Meaning = sameText): Found | undefined {
		const exact = this.exact(field, meaning);
		if (exact) return exact;
		const candidates = this.meant(field, known);
		const found = agreedOn(field, bestOf(candidates, known.of(field).better, meaning), meaning);
		// First and last name beside a "Name" that is the company's.
		const rival =
			found &&
			candidates.find(({ key, value }) => key.includes('+') && agreementOfNames(value, found.value) === 'other');
		if (rival) throw contradiction(field, found, rival);
		return found;
	}

	/** Columns that stand in for others only where none of those is filled. */
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

	/** One for each way to take its columns, as several may be spelled alike; those that are joined may be there in part. */
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
