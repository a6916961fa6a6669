import { isOfId, type NamedRecord } from '../shared/operations/onlyIfName';
import { isNothing } from '../shared/values/reading/nothing';
import { valueAt } from '../shared/values/json';
import { plainText } from '../shared/values/text';

const joined = (...parts: unknown[]): string =>
	parts
		.filter((part) => !isNothing(part))
		.map(plainText)
		.join(' ');

/** An answer about another record says nothing about this one. */
const ofIt = (body: unknown, id: string, names: unknown[]): unknown[] =>
	isOfId({ id: valueAt(body, 'id') }, id) ? names : [];

export const namedClient: NamedRecord = {
	parameter: 'clientId',
	noun: 'client',
	isPerson: true,
	read: {
		path: (id) => `/clients/${id}`,
		namesIn: (body, id) => ofIt(body, id, [joined(valueAt(body, 'first_name'), valueAt(body, 'last_name'))]),
	},
};

/** Case numbers identify cases, too. */
export const namedCase: NamedRecord = {
	parameter: 'caseId',
	noun: 'case',
	read: {
		path: (id) => `/cases/${id}`,
		namesIn: (body, id) => ofIt(body, id, [valueAt(body, 'name'), valueAt(body, 'case_number')]),
	},
};
