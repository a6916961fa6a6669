import { DateTime } from 'luxon';

import { isRecord } from '../values/json';

/** Whether n8n evaluates a value: a text that begins with `=`. */
export const isExpression = (value: unknown): value is string => typeof value === 'string' && value.startsWith('=');

/** All texts in a parameter's value. */
export function expressionsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(expressionsIn);
	if (isRecord(value)) return Object.values(value).flatMap(expressionsIn);
	return isExpression(value) ? [value] : [];
}

const READS_ROW = /\$json\b/;

/** Data of other nodes or other items, or values from the model. */
const READS_MORE = /\$\(|\$(node|input|items|prevNode|fromAI|binary|item|data)\b/i;

/** Whether the results of expressions depend only on the item's own data. */
export const readsOnlyRow = (expressions: string[]): boolean =>
	expressions.some((expression) => READS_ROW.test(expression)) &&
	!expressions.some((expression) => READS_MORE.test(expression));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether an expression reads a column, as `$json.client` or `$json["client"]`. */
export const namesColumn = (expression: string, name: string): boolean =>
	new RegExp(`(\\.|["'\`])${escaped(name)}(?![\\w$])`).test(expression);

/** A parameter in the form in which n8n passes it: expressions replaced by their results, dates as text. */
export function resolved(value: unknown, evaluate: (expression: string) => unknown): unknown {
	const result = isExpression(value) ? evaluate(value.slice(1)) : value;
	// An invalid date has no text; the reader of its field rejects it.
	if (DateTime.isDateTime(result)) return result.isValid ? result.toISO() : result;
	if (isExpression(value)) return result;
	if (Array.isArray(value)) return value.map((entry) => resolved(entry, evaluate));
	if (!isRecord(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, resolved(member, evaluate)]));
}
