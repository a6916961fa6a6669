import { invalidInput } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';
import { withBody } from '../../shared/operations/prepare';
import { jsonObject, readJson } from '../../shared/operations/readers';
import type { Prepare } from '../../shared/operations/single';
import { additionalBodyField } from './fields';
import { isRecord } from '../../shared/values/json';
import { isBlank, isNothing } from '../../shared/values/reading/nothing';

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

/**
 * Refuses a body that replaces a whole record and lacks a part: an expression that finds nothing would erase the part.
 * @param needed members that each such record has
 */
export const partsGiven =
	(label: string, needed: string[]): Prepare =>
	(apiRequest) => {
		const body = isRecord(apiRequest.request.body) ? apiRequest.request.body : {};
		const empty = needed.find((part) => isNothing(body[part]));
		if (empty === undefined) return apiRequest;
		throw invalidInput(
			`"${empty}" is empty in "${label}"`,
			`The update replaces the whole workflow, so its present content would be deleted. Enter "${empty}", for example from the result of Get.`,
		);
	};
