import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest } from '../contract/operation';
import { isReading } from '../http/readOnly';
import { isId, WHO } from '../run/memberOrder';
import { isFilled } from '../values/filled';
import { valueAt } from '../values/json';
import { plainText } from '../values/text';

/**
 * The row of an answer that says of nobody what has been done, such as `{ message: "Agent paused" }`, with what was sent of whom: names and
 * addresses, else the IDs that it names.
 */
export function withSubject(row: IDataObject, apiRequest: ApiRequest): IDataObject {
	if (isReading(apiRequest)) return row;
	const { request, ids = {}, holdsSecrets = false } = apiRequest;
	const { query, body } = request;
	const isTold = Object.entries(row).some(([name, value]) => (isId(name) || WHO.includes(name)) && isFilled(value));
	const isNamed = WHO.some((name) => isFilled(row[name]));
	// A login is not told.
	const sent = Object.fromEntries(
		(isNamed || holdsSecrets ? [] : WHO)
			.map((name) => [name, plainText(valueAt(body, name) ?? query[name])] as const)
			.filter(([, text]) => text !== ''),
	);
	return { ...sent, ...row, ...(!isTold && Object.keys(sent).length === 0 && ids) };
}
