import { invalidInput } from '../../../shared/contract/failure';
import { isRecord } from '../../../shared/values/json';
import { textList } from '../../../shared/operations/readers';
import { isEmpty, type Reading } from '../../values';

/** Seed 002 "Create Campaign" names two of them. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function weekday(entry: string, label: string): string {
	const day = WEEKDAYS.find((name) => name.toLowerCase() === entry.toLowerCase());
	if (day !== undefined) return day;
	throw invalidInput(`"${label}" has "${entry}", which is no day of the week`, 'Choose from Monday to Sunday.');
}

/** Days of the week, chosen or as a text with commas. */
export const daysFrom = (value: unknown, { label }: Reading): string[] => [
	...new Set(textList(value).map((entry) => weekday(entry, label))),
];

export function wholeNumberFrom(value: unknown, { label }: Pick<Reading, 'label'>): number {
	const number = isEmpty(value) ? NaN : Number(value);
	if (Number.isSafeInteger(number) && number >= 0) return number;
	throw invalidInput(`"${label}" is "${String(value)}", which is no whole number from 0`, 'Enter a number such as 15.');
}

function delayFrom(row: Record<string, unknown>): Record<string, number> {
	const part = (name: string, label: string) => (isEmpty(row[name]) ? 0 : wholeNumberFrom(row[name], { label }));
	const delay = { minutes: part('minutes', 'Minutes'), hours: part('hours', 'Hours'), days: part('days', 'Days') };
	if (Object.values(delay).some((amount) => amount > 0)) return delay;
	throw invalidInput('A callback delay is 0', 'Kayse would ring again at once. Enter minutes, hours or days, or take the delay out.');
}

/** The rows of the fixed collection, or an array of them from an expression. */
export function delaysFrom(value: unknown): Array<Record<string, number>> {
	const rows = isRecord(value) ? value.delay : value;
	return Array.isArray(rows) ? rows.filter(isRecord).map(delayFrom) : [];
}
