import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest } from '../contract/operation';
import type { Spelling } from '../contract/vendor';
import { isReading } from '../http/readOnly';
import { isId, WHO } from '../run/memberOrder';
import { isFilled } from '../values/filled';
import { valueAt } from '../values/json';
import { spelled } from '../values/spelling';
import { plainText } from '../values/text';

const saysOnlySuccess = (row: IDataObject): boolean => Object.keys(row).every((member) => member === 'success');

/**
 * Adds the person or record of the request to a row without a subject, such as `{ message: "Agent paused" }`: names and
 * addresses, otherwise the IDs that were sent.
 * @param spelling of the members for the IDs
 */
export function withSubject(row: IDataObject, apiRequest: ApiRequest, spelling: Spelling): IDataObject {
	if (isReading(apiRequest) && !saysOnlySuccess(row)) return row;
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
	if (isTold || (Object.keys(sent).length > 0 && !saysOnlySuccess(row))) return { ...sent, ...row };
	const named = Object.entries(ids).map(([name, id]) => [spelled(name, spelling), id]);
	return { ...sent, ...row, ...Object.fromEntries(named) };
}
