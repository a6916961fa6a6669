import { isOfId, type NamedRecord } from '../shared/operations/onlyIfName';
import { isNothing } from '../shared/values/reading/nothing';
import { at } from '../shared/values/json';
import { plainText } from '../shared/values/text';

const joined = (...parts: unknown[]): string =>
	parts
		.filter((part) => !isNothing(part))
		.map(plainText)
		.join(' ');

/** An answer about another record says nothing of this one. */
const ofIt = (body: unknown, id: string, names: unknown[]): unknown[] =>
	isOfId({ id: at(body, 'id') }, id) ? names : [];

export const namedClient: NamedRecord = {
	parameter: 'clientId',
	noun: 'client',
	isPerson: true,
	read: {
		path: (id) => `/clients/${id}`,
		namesIn: (body, id) => ofIt(body, id, [joined(at(body, 'first_name'), at(body, 'last_name'))]),
	},
};

/** Cases are known by their numbers as well. */
export const namedCase: NamedRecord = {
	parameter: 'caseId',
	noun: 'case',
	read: {
		path: (id) => `/cases/${id}`,
		namesIn: (body, id) => ofIt(body, id, [at(body, 'name'), at(body, 'case_number')]),
	},
};
