/** The possible digits at one place, such as "3456789". */
type Place = string;

/** The beginning of numbers, and their number of digits. */
interface Shape {
	beginning: Place[];
	length: number;
}

const EMPTY: Shape = { beginning: [], length: 0 };

const distinct = (shapes: Shape[]): Shape[] => [
	...new Map(shapes.map((shape) => [JSON.stringify(shape), shape])).values(),
];

const together = (before: Shape[], after: Shape[], prefixLength: number): Shape[] =>
	distinct(
		before.flatMap((one) =>
			after.map((other) => ({
				beginning: [...one.beginning, ...other.beginning].slice(0, prefixLength),
				length: one.length + other.length,
			})),
		),
	);

function repeated(shapes: Shape[], least: number, most: number, prefixLength: number): Shape[] {
	const times = [[EMPTY]];
	while (times.length <= most) times.push(together(times.at(-1) ?? [], shapes, prefixLength));
	return distinct(times.slice(least).flat());
}

const digitsOf = (charClass: string): Place =>
	charClass.replace(/(\d)-(\d)/g, (_, first: string, last: string) =>
		'0123456789'.slice(Number(first), Number(last) + 1),
	);

const TOKEN =
	/(?<group>\((?:\?:)?)|\[(?<class>[\d-]+)\]|(?<any>\\d)|(?<digit>\d)|\{(?<least>\d+)(?:,(?<most>\d+))?\}|(?<maybe>\?)|(?<or>\|)|(?<end>\))/y;

/**
 * The shapes of the numbers that a pattern of Google's matches. Such patterns contain digits, classes, groups,
 * alternatives and counts.
 * @param prefixLength how many digits are distinguished
 * @throws Error for any other pattern
 */
function shapesOf(pattern: string, prefixLength: number): Shape[] {
	const tokens = [...pattern.matchAll(new RegExp(TOKEN, 'gy'))];
	if (tokens.map(([token]) => token).join('') !== pattern) throw new Error(`no plan of digits: ${pattern}`);
	let next = 0;
	function alternatives(): Shape[] {
		const found: Shape[] = [];
		let row = [EMPTY];
		let last: Shape[] | undefined;
		const add = (shapes?: Shape[]): void => {
			if (last) row = together(row, last, prefixLength);
			last = shapes;
		};
		while (next < tokens.length) {
			const { group, class: charClass, any, digit, least, most, maybe, or, end } = tokens[next++]?.groups ?? {};
			if (end !== undefined) break;
			if (group !== undefined) add(alternatives());
			else if (or !== undefined) {
				add();
				found.push(...row);
				row = [EMPTY];
			} else if (maybe !== undefined) last = repeated(last ?? [], 0, 1, prefixLength);
			else if (least !== undefined) last = repeated(last ?? [], Number(least), Number(most ?? least), prefixLength);
			else add([{ beginning: [any === undefined ? (digit ?? digitsOf(charClass ?? '')) : '0123456789'], length: 1 }]);
		}
		add();
		return distinct([...found, ...row]);
	}
	return alternatives();
}

const spelledOut = (places: Place[]): string[] =>
	places.reduce<string[]>(
		(before, place) => before.flatMap((digits) => [...place].map((digit) => digits + digit)),
		[''],
	);

/** The number of digits, by the beginning of the number. */
function lengthsByBeginning(patterns: string[], prefixLength: number): Map<string, Set<number>> {
	const lengths = new Map<string, Set<number>>();
	for (const { beginning, length } of patterns.flatMap((pattern) => shapesOf(pattern, prefixLength))) {
		for (const digits of spelledOut(beginning)) lengths.set(digits, (lengths.get(digits) ?? new Set()).add(length));
	}
	return lengths;
}

/** `[1, 2, 3, 5]` as 1 to 3 and 5 to 5. */
function runsOf(numbers: number[]): Array<[first: number, last: number]> {
	const runs: Array<[number, number]> = [];
	for (const number of [...numbers].sort((a, b) => a - b)) {
		const run = runs.at(-1);
		if (run && number === run[1] + 1) run[1] = number;
		else runs.push([number, number]);
	}
	return runs;
}

function classOf(digits: number[]): string {
	if (digits.length === 10) return '\\d';
	const [first, ...others] = runsOf(digits).map(([from, to]) =>
		from === to ? `${from}` : to === from + 1 ? `${from}${to}` : `${from}-${to}`,
	);
	return digits.length === 1 ? `${first}` : `[${[first, ...others].join('')}]`;
}

const oneOf = (alternatives: string[]): string =>
	alternatives.length === 1 ? alternatives.join('') : `(?:${alternatives.join('|')})`;

function grouped<Key, Member>(entries: Array<[Key, Member]>): Map<Key, Member[]> {
	const groups = new Map<Key, Member[]>();
	for (const [key, member] of entries) groups.set(key, [...(groups.get(key) ?? []), member]);
	return groups;
}

/** A pattern of these beginnings. */
function beginningsAs(beginnings: string[]): string {
	if (beginnings.every(({ length }) => length === 1)) return classOf(beginnings.map(Number));
	const byFirst = grouped(beginnings.map((digits) => [Number(digits[0]), digits.slice(1)] as [number, string]));
	const byRest = grouped([...byFirst].map(([first, rests]) => [beginningsAs(rests), first] as [string, number]));
	return oneOf([...byRest].map(([rest, firsts]) => classOf(firsts) + rest));
}

const lengthsAs = (lengths: number[], prefixLength: number): string =>
	oneOf(
		runsOf(lengths.map((length) => length - prefixLength)).map(([from, to]) =>
			from === to ? `\\d{${from}}` : `\\d{${from},${to}}`,
		),
	);

/**
 * A pattern of impossible numbers that the general pattern allows: no kind of number with this beginning has this
 * length.
 * @param general pattern of the numbers of all kinds
 * @param kinds of numbers, a pattern of each
 * @param prefixLength how many digits decide the kind of a number
 * @returns '' if the general pattern is exact
 */
export function exceptions(general: string, kinds: string[], prefixLength: number): string {
	const known = lengthsByBeginning(kinds, prefixLength);
	const narrower = [...lengthsByBeginning([general], prefixLength)].flatMap(([beginning, allowed]) => {
		const possible = [...allowed].filter((length) => known.get(beginning)?.has(length));
		return possible.length > 0 && possible.length < allowed.size
			? [[lengthsAs(possible, prefixLength), beginning] as [string, string]]
			: [];
	});
	return [...grouped(narrower)].map(([lengths, beginnings]) => `${beginningsAs(beginnings)}(?!${lengths}$)`).join('|');
}
