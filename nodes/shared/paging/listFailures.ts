import type { IncomingResponse } from '../contract/exchange';
import { ItemFailure } from '../contract/failure';
import { BYTES_PER_MB, MOST_LIST_BYTES } from '../http/answerLimits';
import { readRefusal } from '../http/refusal';

/** For an answer without a list. */
export const missingList = (vendorName: string) =>
	new ItemFailure({
		kind: 'unavailable',
		message: `${vendorName} answered without a list`,
		description:
			'Check the Base URL in the credential. If it is right, the API has changed: report it to the makers of this node.',
	});

/** For a list whose rows are all empty. */
export const blank = (vendorName: string, count: number) =>
	new ItemFailure({
		kind: 'unavailable',
		message: `${vendorName} sent a page of ${count} empty rows, so the list is incomplete`,
		description: 'Run the item again.',
	});

/** For a list with an error in place of its rows. */
export function faulty(vendorName: string, response: IncomingResponse): ItemFailure {
	const { code, message } = readRefusal(response, {});
	const words = message || code;
	return new ItemFailure({
		kind: 'unavailable',
		message: `${vendorName} reports an error with this list, so it may be incomplete`,
		description: words && `${vendorName} says: "${words}".`,
		again: 'Run the item again.',
		...(code && { code }),
	});
}

/**
 * For an API that returns the same page again.
 * @param count rows that came
 */
export const repeatedPage = (vendorName: string, count: number) =>
	new ItemFailure({
		kind: 'unavailable',
		message: `${vendorName} sent the same page twice after ${count} rows`,
		description: `Turn off Return All and set Limit to ${count} or less to get the rows before it, or narrow the list with filters.`,
	});

/**
 * For a list with more rows than an execution can hold.
 * @param count rows that came
 */
export const tooLong = (count: number) =>
	new ItemFailure({
		kind: 'input',
		message: `The list does not end within ${count} rows`,
		description: 'Turn off Return All and set a Limit, or narrow the list with filters.',
	});

/**
 * For a list with more data than an execution can hold.
 * @param count rows that came
 */
export const tooLarge = (count: number) =>
	new ItemFailure({
		kind: 'input',
		message: `The list is too large for n8n: its first ${count} rows have ${MOST_LIST_BYTES / BYTES_PER_MB} MB`,
		description: `Turn off Return All and set Limit to ${count} or less, or narrow the list with filters.`,
	});

/**
 * For a list that changes in every reading.
 * @param count rows that came
 */
export const changingList = (count: number) =>
	new ItemFailure({
		kind: 'unavailable',
		message: 'The list kept changing while it was read, so rows may be missing',
		description: `Turn off Return All and set Limit to ${count} or less for the first of them, or narrow the list with filters.`,
		again: 'Run the item again when fewer things change in the account.',
	});
