import type { Labels } from './labelledColumns';
import { plainName } from './plainName';

/**
 * How an export of another program names the columns of the fields: `full_name > First Name + Last Name | Person`. "+"
 * joins columns with a blank, "|" separates names with the same meaning, and a name before ">" is the better one if the
 * export has both. "#" is any number in the name of a column that has a label beside it.
 */
export interface KnownExport<Field extends string> {
	program: string;
	columns: Readonly<Partial<Record<Field, string>>>;
	/** The program's separator between several values of a cell. */
	separator?: string;
	/** Which value belongs to the field, if the columns are numbered. */
	labels?: Readonly<Partial<Record<Field, Labels>>>;
}

/**
 * Groups of columns that replace others as a whole, such as a business address if no other address is filled: the
 * street of one address and the city of another would be wrong.
 */
export interface StandIn<Field extends string> {
	/** The fields that belong together. */
	fields: readonly Field[];
	/** The beginning of these columns' names, in lower case. */
	begin: string;
}

/** The columns of a field, by their plain names. */
export interface Source {
	key: string;
	columns: string[];
	separator?: string | undefined;
	/** For numbered columns, such as `Phone 1` and `Phone 2`. */
	numbered?: { pattern: RegExp; labels: Labels };
}

/** The columns of other programs from which a field can be read. */
export interface KnownField {
	sources: Map<string, Source>;
	/**
	 * By the key of a source: better sources, if both are there. The field's own name in another spelling is not better
	 * than a synonym.
	 */
	better: Map<string, Set<string>>;
	/** Sources that an item's columns may fill, cached by the names of the columns: rows of a table have the same. */
	byHeading: Map<string, Source[]>;
}

/** How many headings are cached; rows without the empty cells of a spreadsheet have many. */
const MOST_HEADINGS = 100;

const mayFill = ({ columns, numbered }: Source, names: ReadonlyMap<string, unknown>): boolean =>
	numbered
		? [...names.keys()].some((name) => numbered.pattern.test(name))
		: columns.some((column) => names.has(column));

/** `full_name > First Name + Last Name` as names of columns: better ones first, then synonyms, then joined ones. */
export const parsedColumns = (text: string): string[][][] =>
	text.split(' > ').map((rank) => rank.split(' | ').map((names) => names.split(' + ')));

type OfField = Pick<Source, 'separator'> & { text: string; labels?: Labels | undefined };

/** The field may be any name that the vendor has added. */
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

/** The columns that people and other programs use for the fields of a vendor. */
export class KnownColumns<Field extends string = string> {
	private readonly fields = new Map<string, KnownField>();

	constructor(
		readonly exports: ReadonlyArray<KnownExport<Field>>,
		private readonly standIn?: StandIn<Field>,
	) {}

	/** The fields that a column, by its key, replaces together with others; none if it is only itself. */
	standsInFor(field: string, key: string): readonly string[] {
		const { fields = [], begin = '' } = this.standIn ?? {};
		return fields.some((each) => each === field) && key.startsWith(begin) ? fields : [];
	}

	/**
	 * The sources of a field that columns of these plain names may fill.
	 * @param heading identifies the names
	 */
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
