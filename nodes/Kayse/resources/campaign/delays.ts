import { invalidInput } from '../../../shared/contract/failure';
import { isRecord } from '../../../shared/values/json';
import { isNothing } from '../../../shared/values/reading/nothing';
import { readWholeNumber } from '../../../shared/values/reading/number';

function delayFrom(row: Record<string, unknown>): Record<string, number> {
	const part = (name: string, label: string) => (isNothing(row[name]) ? 0 : readWholeNumber(row[name], { label, timeZone: '', min: 0 }));
	const delay = { minutes: part('minutes', 'Minutes'), hours: part('hours', 'Hours'), days: part('days', 'Days') };
	if (Object.values(delay).some((amount) => amount > 0)) return delay;
	throw invalidInput('A callback delay is 0', 'Kayse would ring again at once. Enter minutes, hours or days, or take the delay out.');
}

/** The rows of the fixed collection. */
export function delaysFrom(value: unknown): Array<Record<string, number>> {
	const { delay: rows = [] } = isRecord(value) ? value : {};
	return (Array.isArray(rows) ? rows : [rows]).filter(isRecord).map(delayFrom);
}
