import { invalidInput } from '../../contract/failure';
import { entriesOf } from './list';
import { trimmed } from './nothing';
import { isNumber } from './number';
import { readText } from './text';
import { notSingle, type Reader, type Reading } from './reading';
import { shown } from '../shown';
import { stringOf } from '../text';

interface Choice {
	name: string;
	value: string | number | boolean;
}

const choicesOf = ({ choices = [] }: Reading): Choice[] =>
	choices.filter((choice): choice is Choice => 'value' in choice);

const plain = (value: unknown): string => trimmed(stringOf(value)).toLowerCase();

/** The entry of a dropdown for a value, by the entry's value or by its label. */
export function choiceIn(value: unknown, reading: Reading): Choice['value'] | undefined {
	const choices = choicesOf(reading);
	const found =
		choices.find((choice) => choice.value === value) ??
		choices.find((choice) => plain(choice.value) === plain(value)) ??
		choices.find((choice) => plain(choice.name) === plain(value)) ??
		choices.find((choice) => typeof choice.value === 'number' && isNumber(plain(value), choice.value));
	return found?.value;
}

/** An entry of a dropdown, or another value that the vendor may know. */
export const readAnyChoice: Reader<Choice['value']> = (value, reading) =>
	choiceIn(value, reading) ?? readText(value, reading);

/** An entry of a dropdown. */
export const readChoice: Reader<Choice['value']> = (value, reading) => {
	if (typeof value === 'object' && value !== null) throw notSingle(value, reading);
	const chosen = choiceIn(value, reading);
	if (chosen !== undefined) return chosen;
	const names = choicesOf(reading)
		.map(({ name }) => name)
		.join(', ');
	throw invalidInput(
		`"${reading.label}" must be one of the choices (got "${shown(value)}")`,
		`Choose from the list: ${names}.`,
	);
};

/** Several entries of such a list. */
export const readChoices: Reader<Array<Choice['value']>> = (value, reading) => {
	const whole = Array.isArray(value) ? undefined : choiceIn(value, reading);
	return whole === undefined
		? [...new Set(entriesOf(value, reading).map((entry) => readChoice(entry, reading)))]
		: [whole];
};
