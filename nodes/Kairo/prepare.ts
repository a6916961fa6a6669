import type { z } from 'zod';

import { emptyField, invalidInput } from '../shared/contract/failure';
import type { ItemParameters } from '../shared/contract/operation';
import { checkedMoments, withBody } from '../shared/operations/prepare';
import { jsonObject, readJson } from '../shared/operations/readers';
import type { Prepare } from '../shared/operations/single';
import { additionalBodyField, PERIOD } from './fields';
import { isFilled } from '../shared/values/filled';

/** @throws ItemFailure when a text that must not be empty is, or is no text */
export function readText(item: ItemParameters, name: string, label: string): string {
	const value = item.parameter(name, '');
	if (!isFilled(value)) throw emptyField(label);
	if (typeof value === 'object') throw invalidInput(`"${label}" is an object or a list, but must be a text`, `Enter a text in "${label}".`);
	return String(value);
}

/** Refuses a text that must not be empty, where an expression found nothing. */
export const filledIn =
	(name: string, label: string): Prepare =>
	(apiRequest, item) => {
		readText(item, name, label);
		return apiRequest;
	};

/**
 * A JSON field that must be filled in.
 * @throws ItemFailure when an expression found nothing
 */
export function readFilledJson<T>(item: ItemParameters, name: string, label: string, schema: z.ZodType<T, z.ZodTypeDef, unknown>): T {
	const value = item.parameter(name, '');
	if (!isFilled(value)) throw emptyField(label);
	return readJson(value, label, schema);
}

/** The object in a JSON field, undefined when it is empty or says nothing, as a field does that was added and left alone. */
function readObject(item: ItemParameters, name: string, label: string): Record<string, unknown> | undefined {
	const value = item.parameter(name, '');
	if (!isFilled(value)) return undefined;
	const object = readJson(value, label, jsonObject());
	return Object.keys(object).length === 0 ? undefined : object;
}

/** A JSON object as a member of the body; nothing when it is empty. */
export const objectInBody =
	(name: string, label: string, member: string): Prepare =>
	(apiRequest, item) => {
		const object = readObject(item, name, label);
		return object ? withBody(apiRequest, { [member]: object }) : apiRequest;
	};

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
		request: { ...apiRequest.request, body: readFilledJson(item, name, label, jsonObject()) },
	});

export const checkedPeriod = checkedMoments(PERIOD);
