import { invalidInput } from '../contract/failure';
import type { ItemParameters } from '../contract/operation';
import { plainName } from '../values/plainName';
import { isNothing } from '../values/reading/nothing';

/** Finds a field of the input item by the vendor's name for it; undefined when there is none or it says nothing. */
export type InputField = (name: string, spelling?: 'exact' | 'any') => unknown;

/**
 * Map Automatically: the fields of the input item by name, whatever way it is spelled ("First Name" for `first_name`).
 * @param remedy for a tool, which has no input item
 * @throws ItemFailure in a tool
 */
export function inputFields(item: ItemParameters, remedy: string): InputField {
	if (item.isTool) throw invalidInput('An AI agent’s tool has no input items to map', remedy);
	const filled = Object.entries(item.input).filter(([, value]) => !isNothing(value));
	const byName = new Map(filled);
	const byPlainName = new Map(filled.map(([name, value]) => [plainName(name), value]));
	return (name, spelling = 'any') =>
		byName.get(name) ?? (spelling === 'any' ? byPlainName.get(plainName(name)) : undefined);
}
