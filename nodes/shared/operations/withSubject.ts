import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest } from '../contract/operation';
import { isReading } from '../http/readOnly';
import { isId, WHO } from '../run/memberOrder';
import { isFilled } from '../values/filled';
import { valueAt } from '../values/json';
import { plainText } from '../values/text';

/**
 * Adds the person or record of the request to a row without a subject, such as `{ message: "Agent paused" }`: names and
 * addresses, otherwise the IDs that were sent.
 */
export function withSubject(row: IDataObject, apiRequest: ApiRequest): IDataObject {
	if (isReading(apiRequest)) return row;
	const { request, ids = {}, holdsSecrets = false } = apiRequest;
	const { query, body } = request;
	const isTold = Object.entries(row).some(([name, value]) => (isId(name) || WHO.includes(name)) && isFilled(value));
	const isNamed = WHO.some((name) => isFilled(row[name]));
	// A login is left out.
	const sent = Object.fromEntries(
		(isNamed || holdsSecrets ? [] : WHO)
			.map((name) => [name, plainText(valueAt(body, name) ?? query[name])] as const)
			.filter(([, text]) => text !== ''),
	);
	return { ...sent, ...row, ...(!isTold && Object.keys(sent).length === 0 && ids) };
}
