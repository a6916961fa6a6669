import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { DocumentedParameter, Range } from './documented';

/** What the page of a vendor says of a field: what the documents say, and what the node has besides or otherwise. */
export interface Said {
	documented: DocumentedParameter[];
	ofNode: DocumentedParameter[];
}

const choicesOf = ({ options = [] }: INodeProperties): INodePropertyOptions[] =>
	options.filter((option): option is INodePropertyOptions => 'value' in option);

/** The values that a field with a list sends for its entries. */
export const valuesOf = (field: INodeProperties): string[] => choicesOf(field).map(({ value }) => String(value));

const isText = ({ type }: INodeProperties): boolean => type === 'string' || type === 'dateTime';

/** The values that a field has from the start; empty if nothing is sent, or if the value has the effect of nothing. */
export function startsWith({ default: standard, type }: INodeProperties): string[] {
	if (type === 'resourceLocator' || type === 'json') return [];
	return [standard]
		.flat()
		.flatMap((value) => (value === '' || value === undefined || typeof value === 'object' ? [] : [String(value)]));
}

const valuesIn = ({ documented, ofNode }: Said): string[] => [
	...new Set([...documented, ...ofNode].flatMap(({ values }) => values)),
];

const standardIn = ({ documented, ofNode }: Said): string[] =>
	[...ofNode, ...documented].find(({ standard }) => standard.length > 0)?.standard ?? [];

export function rangeIn({ documented, ofNode }: Said): Range {
	const ranges = [...ofNode, ...documented].filter(({ isInCharacters }) => !isInCharacters).map(({ range }) => range);
	return {
		min: ranges.find(({ min }) => min !== undefined)?.min,
		max: ranges.find(({ max }) => max !== undefined)?.max,
	};
}

/** The figures of a text that speaks of characters, as in "Between 3 and 100 characters". */
const charactersIn = (text = ''): number[] =>
	[...text.matchAll(/(?:between ([\d,]+) and )?([\d,]+) characters/gi)].flatMap(([, from, to = '']) =>
		[from, to].flatMap((figure) => (figure ? [Number(figure.replace(/,/g, ''))] : [])),
	);

const charactersSaid = ({ documented }: Said): number[] =>
	documented
		.filter(({ isInCharacters }) => isInCharacters)
		.flatMap(({ range: { min, max } }) => [min, max])
		.filter((figure) => figure !== undefined);

const sorted = (values: string[]): string => [...values].sort().join(', ');

/** In what a field differs from its page, in words; empty where it does not. */
export function differences(field: INodeProperties, said: Said): string[] {
	const found: string[] = [];
	const differ = (what: string, node: unknown, page: unknown) => {
		if (String(node) !== String(page)) found.push(`${what}: ${String(node)} in the node, ${String(page)} on the page`);
	};
	const values = valuesOf(field);
	if (values.length > 0) differ('values', sorted(values), sorted(valuesIn(said)));
	const meanings = new Map(said.documented.flatMap((parameter) => [...parameter.meanings]));
	for (const { name, value } of choicesOf(field)) {
		const meaning = meanings.get(String(value)) ?? '';
		if (!name.toLowerCase().startsWith(meaning)) differ(`meaning of ${String(value)}`, name, meaning);
	}
	const [starts, standard] = [startsWith(field), standardIn(said)];
	const isLeftOut = starts.length === 0 && isText(field);
	const isNo = starts.join() === 'false' && standard.length === 0;
	if (!isLeftOut && !isNo) differ('starts with', starts, standard);
	if (field.type === 'number') {
		const { min, max } = rangeIn(said);
		differ('minimum', field.typeOptions?.minValue, min);
		differ('maximum', field.typeOptions?.maxValue, max);
	}
	const figures = charactersSaid(said);
	for (const figure of charactersIn(field.description))
		if (!figures.includes(figure)) differ('characters', figure, figures.join(' to '));
	return found;
}

/** Whether a node can differ from what a page says. */
export const saysFigures = ({ values, standard, range: { min, max } }: DocumentedParameter): boolean =>
	values.length > 1 || standard.length > 0 || min !== undefined || max !== undefined;

/** Whether a field says something that a page can say otherwise. */
export const hasFigures = (field: INodeProperties): boolean =>
	valuesOf(field).length > 0 ||
	startsWith(field).some((value) => value !== 'false') ||
	field.typeOptions?.minValue !== undefined ||
	field.typeOptions?.maxValue !== undefined;
