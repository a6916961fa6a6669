import type { z } from 'zod';

import { unfit } from '../shared/executor/failure';
import type { Call } from '../shared/executor/operation';
import { checkedMoments, jsonObject, readJson, withBody } from '../shared/operations/prepare';
import type { Prepare } from '../shared/operations/single';
import { additionalBodyField, PERIOD } from './fields';
import { isFilled } from '../shared/filled';

const empty = (label: string) => unfit(`"${label}" is empty`, `Enter a value for "${label}".`);

/** @throws ItemFailure when a text that must not be empty is, or is no text */
export function readText(call: Call, name: string, label: string): string {
	const value = call.field(name, '');
	if (!isFilled(value)) throw empty(label);
	if (typeof value === 'object') throw unfit(`"${label}" is an object or a list, but must be a text`, `Enter a text in "${label}".`);
	return String(value);
}

/** Refuses a text that must not be empty, where an expression found nothing. */
export const filledIn =
	(name: string, label: string): Prepare =>
	(apiRequest, call) => {
		readText(call, name, label);
		return apiRequest;
	};

/**
 * A JSON field that must be filled in.
 * @throws ItemFailure when an expression found nothing
 */
export function readFilledJson<T>(call: Call, name: string, label: string, schema: z.ZodType<T, z.ZodTypeDef, unknown>): T {
	const value = call.field(name, '');
	if (!isFilled(value)) throw empty(label);
	return readJson(value, label, schema);
}

/** The object in a JSON field, undefined when it is empty or says nothing, as a field does that was added and left alone. */
function readObject(call: Call, name: string, label: string): Record<string, unknown> | undefined {
	const value = call.field(name, '');
	if (!isFilled(value)) return undefined;
	const object = readJson(value, label, jsonObject());
	return Object.keys(object).length === 0 ? undefined : object;
}

/** A JSON object as a member of the body; nothing when it is empty. */
export const objectInBody =
	(name: string, label: string, member: string): Prepare =>
	(apiRequest, call) => {
		const object = readObject(call, name, label);
		return object ? withBody(apiRequest, { [member]: object }) : apiRequest;
	};

/**
 * Additional Body over what the fields have put into the body.
 * @param collection that holds the field
 */
export const additionalBody =
	(collection = 'additionalFields'): Prepare =>
	(apiRequest, call) => {
		const members = readObject(call, `${collection}.${additionalBodyField.name}`, additionalBodyField.displayName);
		return members ? withBody(apiRequest, members) : apiRequest;
	};

/** A JSON field that is the whole body. */
export const wholeBody =
	(name: string, label: string): Prepare =>
	(apiRequest, call) => ({
		...apiRequest,
		request: { ...apiRequest.request, body: readFilledJson(call, name, label, jsonObject()) },
	});

export const checkedPeriod = checkedMoments(PERIOD);
