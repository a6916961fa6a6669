import type { ItemParameters } from '../../shared/contract/operation';
import { withBody } from '../../shared/operations/prepare';
import { jsonObject, readJson } from '../../shared/operations/readers';
import type { Prepare } from '../../shared/operations/single';
import { additionalBodyField } from './fields';
import { isBlank } from '../../shared/values/reading/nothing';

/** The object in a JSON field; undefined if it is empty, as in a field that was added and not filled in. */
function readObject(item: ItemParameters, name: string, label: string): Record<string, unknown> | undefined {
	const value = item.parameter(name, '');
	if (isBlank(value)) return undefined;
	const object = readJson(value, label, jsonObject());
	return Object.keys(object).length === 0 ? undefined : object;
}

/**
 * Adds the members of More Settings to the body. They replace those of the fields.
 * @param collection that contains the field
 */
export const additionalBody =
	(collection = 'additionalFields'): Prepare =>
	(apiRequest, item) => {
		const members = readObject(item, `${collection}.${additionalBodyField.name}`, additionalBodyField.displayName);
		return members ? withBody(apiRequest, members) : apiRequest;
	};

/** Makes the content of a JSON field the request body. */
export const wholeBody =
	(name: string, label: string): Prepare =>
	(apiRequest, item) => ({
		...apiRequest,
		request: { ...apiRequest.request, body: readJson(item.parameter(name, ''), label, jsonObject()) },
	});
