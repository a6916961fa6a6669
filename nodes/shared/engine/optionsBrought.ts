import { invalidInput } from '../contract/failure';
import { OPTIONS_LABEL } from '../run/nodeOptions';
import { isRecord } from '../values/json';
import { readJsonValue } from '../values/reading/json';
import { isNothing } from '../values/reading/nothing';
import { shown } from '../values/shown';

/**
 * The node's options if one expression brings all of them.
 * @throws ItemFailure if they cannot be read: rules that hold contacts back would be ignored
 */
export function optionsBrought(value: unknown): unknown {
	const options =
		typeof value === 'string' && !isNothing(value)
			? readJsonValue(value, { label: OPTIONS_LABEL, timeZone: '' })
			: value;
	if (isRecord(options)) return options;
	throw invalidInput(
		`"${OPTIONS_LABEL}" must be an object (its expression brought ${isNothing(value) ? 'nothing' : `"${shown(value)}"`})`,
		'Let it bring an object with the options, or an empty one, {}, or add the options one by one.',
	);
}
