import type { ItemParameters } from '../../shared/contract/operation';
import { withBody } from '../../shared/operations/prepare';
import { jsonObject, readJson } from '../../shared/operations/readers';
import type { Prepare } from '../../shared/operations/single';
import { additionalBodyField } from './fields';
import { isBlank } from '../../shared/values/reading/nothing';

/** The object in a JSON field, undefined when it is empty or says nothing, as a field does that was added and left alone. */
function readObject(item: ItemParameters, name: string, label: string): Record<string, unknown> | undefined {
	const value = item.parameter(name, '');
	if (isBlank(value)) return undefined;
	const object = readJson(value, label, jsonObject());
	return Object.keys(object).length === 0 ? undefined : object;
}

/**
 * Additional Body over what the fields have put into the body.
 * @param collection that holds the field
 */
export const additionalBody =
	(collection = 'additionalFields'): Prepare =>
	(apiRequest, item) => {
		const members = readObject(item, `${collection}.${additionalBodyField.name}`, additionalBodyField.displayName);
		return members ? withBody(apiRequest, members) : apiRequest;
	};

/** A JSON field that is the whole body. */
export const wholeBody =
	(name: string, label: string): Prepare =>
	(apiRequest, item) => ({
		...apiRequest,
		request: { ...apiRequest.request, body: readJson(item.parameter(name, ''), label, jsonObject()) },
	});
