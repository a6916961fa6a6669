import { phoneFrom } from '../phone/phone';
import { defaultCountryIn } from './country';
import { trimmed } from './nothing';
import { unfit, type Reader } from './reading';

/** More than any number has, with words around it. What is longer would only take time to read. */
const LONGEST = 500;

/** A telephone number, in E.164. */
export const readTelephone: Reader<string> = (value, reading) => {
	const given = typeof value === 'string' ? trimmed(value) : value;
	if (typeof given !== 'string' || given.length <= LONGEST)
		return phoneFrom(given, reading.label, defaultCountryIn(reading.defaultCountry));
	throw unfit(given, reading, 'telephone number', 'Enter one number alone, such as +12025550123.');
};
