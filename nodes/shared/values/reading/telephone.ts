import { invalidInput } from '../../contract/failure';
import { shown } from '../shown';
import { phoneFrom } from '../phone/phone';
import { defaultCountryIn } from './country';
import { trimmed } from './nothing';
import { invalidValue, type Reader } from './reading';

/** 12345678, 87654321, 88888888 */
const IN_ROW = /([1-9])\1{7}|12345678|23456789|98765432|87654321/;

/** Whether a number is an example. */
const hasFiguresInRow = (number: string): boolean => IN_ROW.test(number);

/** Longer than any number with words around it. A longer text would only take time to read. */
const LONGEST = 500;

/** A telephone number, in E.164. */
export const readTelephone: Reader<string> = (value, reading) => {
	const given = typeof value === 'string' ? trimmed(value) : value;
	if (typeof given !== 'string' || given.length <= LONGEST) {
		const number = phoneFrom(given, reading.label, defaultCountryIn(reading.defaultCountry));
		if (reading.isTool !== true || !hasFiguresInRow(number)) return number;
		throw invalidInput(
			`"${reading.label}" must be a real telephone number (got the example "${shown(given)}")`,
			'Enter the number of the person. If you do not know it, ask the user.',
		);
	}
	throw invalidValue(given, reading, 'a telephone number', 'Enter one number alone, such as +12025550123.');
};
