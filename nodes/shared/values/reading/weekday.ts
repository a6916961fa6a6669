import { invalidInput } from '../../contract/failure';
import { readList } from './list';
import { shown } from '../shown';
import type { Reader } from './reading';

/** Monday first. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** For a dropdown. */
export const WEEKDAY_CHOICES = WEEKDAYS.map((day) => ({ name: day, value: day }));

/** `Mon`, `tue.`, `Thurs` and `Friday`. */
const dayNamed = (word: string): string | undefined =>
	/^[a-z]{3,}$/i.test(word) ? WEEKDAYS.find((day) => day.toLowerCase().startsWith(word.toLowerCase())) : undefined;

/** Days of the week, chosen or written, from Monday on. */
export const readWeekdays: Reader<string[]> = (value, reading) => {
	const days = readList(value, reading).map((entry) => {
		const day = dayNamed(entry.replace(/\.$/, ''));
		if (day !== undefined) return day;
		throw invalidInput(
			`"${reading.label}" must hold days of the week (got "${shown(entry)}")`,
			'Choose from Monday to Sunday.',
		);
	});
	return WEEKDAYS.filter((day) => days.includes(day));
};
