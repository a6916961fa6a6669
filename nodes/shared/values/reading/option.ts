import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../../contract/operation';
import { isNothing } from './nothing';
import { addedButEmpty, limitsOf, type Limits, type Reader } from './reading';
import { readYesNo } from './yesNo';

/**
 * A parameter that is not among the fields of the operation, such as one of the node's options; undefined when it is
 * empty.
 * @throws ItemFailure when it is not valid
 */
export function readOption<T>(
	item: ItemParameters,
	path: string,
	label: string,
	read: Reader<T>,
	limits: Limits = {},
): T | undefined {
	const value = item.parameter(path, '');
	return isNothing(value) ? undefined : read(value, { label, timeZone: item.timeZone, ...limits });
}

/**
 * The same for an option that is defined as a field, with the limits of its definition.
 * @throws ItemFailure when it is not valid
 */
export const readDefined = <T>(
	item: ItemParameters,
	path: string,
	field: INodeProperties,
	read: Reader<T>,
): T | undefined => readOption(item, path, field.displayName, read, limitsOf(field));

/**
 * A yes or no that can hold contacts back; its default when it was not added.
 * @throws ItemFailure when it is not valid, or its expression has no result
 */
export function readSafeguard(item: ItemParameters, option: INodeProperties): boolean {
	const path = `options.${option.name}`;
	const answer = readDefined(item, path, option, readYesNo);
	if (answer === undefined && item.isExpression(path))
		throw addedButEmpty(option, 'the operation would reach more people than you mean');
	return answer ?? option.default === true;
}
