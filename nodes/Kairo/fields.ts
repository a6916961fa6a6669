import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { unfit } from '../shared/executor/failure';
import type { Call } from '../shared/executor/operation';
import { optionalLocator } from '../shared/fields/locator';
import { momentFilter, sentAs } from '../shared/fields/sent';
import { checkedMoments, readJson, textList, withBody } from '../shared/operations/prepare';
import type { Prepare } from '../shared/operations/single';
import { agentLocator } from './locators';

type Text = Pick<INodeProperties, 'displayName' | 'name'> & Partial<INodeProperties>;

/** A text that travels under the vendor’s name for it. */
export const textIn = (place: 'body' | 'query', property: string, field: Text): INodeProperties =>
	sentAs(place, property, { type: 'string', default: '', ...field });

/** Several texts, one field each. */
export const textsField = (field: Text, multipleValueButtonText: string): INodeProperties => ({
	type: 'string',
	typeOptions: { multipleValues: true, multipleValueButtonText },
	default: [],
	...field,
});

/** A list of texts that was added among optional fields; one that is empty clears what is there. */
export const addedTexts =
	(field: string, member: string): Prepare =>
	(apiRequest, call) => {
		const value = call.field(field, '');
		return value === '' ? apiRequest : withBody(apiRequest, { [member]: textList(value) });
	};

/** @throws ItemFailure when a text that must not be empty is */
export function readText(call: Call, name: string, label: string): string {
	const text = String(call.field(name, '') ?? '');
	if (text.trim() === '') throw unfit(`"${label}" is empty`, `Enter a value for "${label}".`);
	return text;
}

/** Refuses a text that must not be empty, where an expression found nothing. */
export const filledIn =
	(name: string, label: string): Prepare =>
	(apiRequest, call) => {
		readText(call, name, label);
		return apiRequest;
	};

export const jsonObject = z.record(z.unknown(), { invalid_type_error: 'must be an object such as { "name": "value" }' });

const isBlank = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** KAIRO shows three members of one body (seed 003 "Request"), so the others are the user’s to name. */
export const additionalBodyField: INodeProperties = {
	displayName: 'Additional Body (JSON)',
	name: 'additionalBody',
	type: 'json',
	typeOptions: { rows: 4 },
	default: '{}',
	description: 'Further members of the request body as a JSON object. They replace those of the fields above.',
};

/**
 * Additional Body over what the fields have put into the body.
 * @param collection that holds the field
 */
export const additionalBody =
	(collection = 'additionalFields'): Prepare =>
	(apiRequest, call) => {
		const value = call.field(`${collection}.${additionalBodyField.name}`, '');
		return isBlank(value)
			? apiRequest
			: withBody(apiRequest, readJson(value, additionalBodyField.displayName, jsonObject));
	};

/** A JSON field that is the whole body. */
export const wholeBody =
	(name: string, label: string): Prepare =>
	(apiRequest, call) => ({
		...apiRequest,
		request: { ...apiRequest.request, body: readJson(call.field(name, ''), label, jsonObject) },
	});

const PERIOD = { from: 'From', to: 'To' };

export const periodFields: INodeProperties[] = [
	momentFilter('from', { displayName: PERIOD.from, name: 'from', description: 'Only what happened from this time on' }),
	momentFilter('to', { displayName: PERIOD.to, name: 'to', description: 'Only what happened up to this time' }),
];

export const checkedPeriod = checkedMoments(PERIOD);

export const agentFilter: INodeProperties = {
	...sentAs('query', 'agent_id', optionalLocator(agentLocator)),
	description: 'Only what this agent did',
};
