import type { Labels } from './labelledColumns';
import { plainName } from './plainName';

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

/** The columns that make a field, by their plain names. */
export interface Source {
	key: string;
	columns: string[];
	separator?: string | undefined;
	/** Of numbered columns. */
	numbered?: { pattern: RegExp; labels: Labels };
}

export interface KnownField {
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
