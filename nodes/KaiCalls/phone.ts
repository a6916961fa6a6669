import { invalidInput } from '../shared/contract/failure';
import type { ItemParameters } from '../shared/contract/operation';

/** E.164 (ITU): a plus sign, a country code that does not start with 0, at most 15 digits. */
const E164 = /^\+[1-9]\d{6,14}$/;

/** What people type between the digits. */
const SEPARATORS = /[\s().-]/g;

/**
 * A telephone number in the form that KaiCalls takes. Checked before anything is sent, so that no wrong number is rung.
 * @throws ItemFailure naming the field
 */
export function readPhone(item: ItemParameters, parameter: string, label: string): string {
	const entered = String(item.parameter(parameter)).trim();
	const number = entered.replace(SEPARATORS, '');
	if (E164.test(number)) return number;
	throw invalidInput(
		`"${label}" is "${entered}", which is no telephone number with country code`,
		'Enter it in international form, such as +12025550123.',
	);
}
