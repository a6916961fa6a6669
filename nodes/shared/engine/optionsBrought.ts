import { invalidInput } from '../contract/failure';
import { OPTIONS_LABEL } from '../run/nodeOptions';
import { isRecord } from '../values/json';
import { readJsonValue } from '../values/reading/json';
import { isNothing } from '../values/reading/nothing';
import { shown } from '../values/shown';

/**
 * The node's options where one expression stands for all of them.
 * @throws ItemFailure where it brings none that can be read: what should hold contacts back would be passed over
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
