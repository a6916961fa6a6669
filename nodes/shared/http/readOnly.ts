import type { IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../contract/failure';
import type { Advice, ApiRequest } from '../contract/operation';
import { stringOf } from '../values/text';

/** The credential's switch. */
export const READ_ONLY = 'readOnly';
/** Its label in the credential. */
export const READ_ONLY_LABEL = 'Read Only';

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** @param method a request without one is a GET */
export const isReadingMethod = (method: unknown): boolean => READING.has(stringOf(method ?? 'GET').toUpperCase());

/**
 * Whether a request changes nothing. Its method decides, unless the request says so itself, such as a query that is
 * sent by POST.
 */
export const isReading = ({
	request,
	onlyReads = isReadingMethod(request.method),
}: Pick<ApiRequest, 'request' | 'onlyReads'>): boolean => onlyReads;

/** The endpoints of an operation that change something; of one that names none, the user chooses the method. */
export const writingEndpoints = ({ endpoints = ['POST'], onlyReads = false }: Advice): readonly string[] =>
	onlyReads ? [] : endpoints.filter((endpoint) => !isReadingMethod(endpoint.split(' ')[0]));

/** Only a clear "no" counts as "no"; the text of an expression counts as "yes". An older credential lacks the field. */
export const isReadOnly = ({ [READ_ONLY]: value }: IDataObject): boolean =>
	value !== undefined && value !== null && value !== false && value !== '' && value !== 'false';

/** A request that writes must not leave with such a credential. */
export const refusedAsReadOnly = (vendorName: string): ItemFailure =>
	new ItemFailure({
		kind: 'refused',
		message: `Not sent: "${READ_ONLY_LABEL}" is on in the credential, and this changes something in ${vendorName}`,
		description: `Choose a credential that may write, or switch off "${READ_ONLY_LABEL}" in this one.`,
		again: 'Then run the item again.',
		isOfAccount: true,
	});
