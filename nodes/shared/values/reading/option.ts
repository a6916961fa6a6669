import type { ItemParameters } from '../../contract/operation';
import { isNothing } from './nothing';
import type { Reader, Reading } from './reading';

/**
 * A parameter that is not among the fields of the operation, such as one of the node's options; undefined when it says nothing.
 * @throws ItemFailure when it does not fit
 */
export function readOption<T>(item: ItemParameters, path: string, label: string, read: Reader<T>, limits: Pick<Reading, 'min' | 'max'> = {}): T | undefined {
	const value = item.parameter(path, '');
	return isNothing(value) ? undefined : read(value, { label, timeZone: item.timeZone, ...limits });
}
