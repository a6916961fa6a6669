import { isFilled } from '../values/filled';
import { isRecord } from '../values/json';
import { numberFrom, plainText } from '../values/text';
import { yesOrNo } from '../values/yesNo';

const isEmpty = (value: unknown): boolean =>
	!isFilled(value) ||
	(Array.isArray(value) ? value.every(isEmpty) : isRecord(value) && Object.keys(value).length === 0);

const isErrorCode = (value: unknown): boolean => typeof value === 'number' && value >= 400 && value < 600;

/** A number that is not an error code may count errors, as in statistics. */
const isError = (value: unknown): boolean =>
	typeof value === 'number' ? isErrorCode(value) : (yesOrNo(value) ?? !isEmpty(value));

/** A number may count successes. */
const isNo = (value: unknown): boolean => typeof value !== 'number' && yesOrNo(value) === false;

/** A number may count the errors of a batch that was performed. */
const listsErrors = (value: unknown): boolean => Number.isNaN(numberFrom(value)) && isError(value);

/** Whether a body says that the request has failed: `error`, `errors`, `success: false` and `ok: false`. */
export const namesError = (body: unknown): boolean =>
	isRecord(body) && (isError(body.error) || listsErrors(body.errors) || isNo(body.success) || isNo(body.ok));

const STATUSES = ['status', 'statusCode', 'status_code', 'code'];

const isErrorStatus = (status: unknown): boolean =>
	isErrorCode(status) || ['error', 'fail'].includes(plainText(status).toLowerCase());

/** The status may be that of the record, such as a run. */
const hasErrorStatus = (body: Record<string, unknown>): boolean => STATUSES.some((name) => isErrorStatus(body[name]));

/** Whether a body without rows is an error and not an empty list. A status counts, and also a number for yes or no. */
export const isErrorWithoutRows = (body: unknown): boolean =>
	isRecord(body) && (hasErrorStatus(body) || body.error === 1 || body.success === 0 || body.ok === 0);

/** Other members of an error body. A record that failed, such as a run, has an ID or a status as well. */
const ABOUT_ERROR = new Set([
	...['error', 'errors', 'success', 'ok', 'message', 'details', 'detail', 'code', 'statusCode'],
	...['timestamp', 'retryAfter', 'resetTime', 'requestId', 'request_id'],
]);

const isAboutError = ([name, value]: [string, unknown]): boolean =>
	ABOUT_ERROR.has(name) || (STATUSES.includes(name) && isErrorStatus(value)) || isEmpty(value);

/** Whether a row of a list is only an error. */
export const isErrorRow = (row: unknown): boolean =>
	isRecord(row) && namesError(row) && Object.entries(row).every(isAboutError);

/** Whether an answer has an error status and nothing else. A status with other members belongs to a record. */
const isStatusOfError = (body: unknown): boolean =>
	isRecord(body) && hasErrorStatus(body) && Object.keys(body).length > 1 && Object.entries(body).every(isAboutError);

/**
 * The error in a body that has nothing else: as the body itself, in an envelope or in a list; undefined when the body
 * is something else.
 */
export function errorIn(body: unknown): unknown {
	if (isErrorRow(body) || isStatusOfError(body)) return body;
	if (Array.isArray(body)) return firstOfAll(body.map(errorIn));
	if (!isRecord(body)) return undefined;
	const others = Object.entries(body).filter((member) => !isAboutError(member));
	return firstOfAll(others.map(([, value]) => errorIn(value)));
}

/** The first of several errors; undefined when one of the rows is not an error. */
const firstOfAll = (errors: unknown[]): unknown => (errors.includes(undefined) ? undefined : errors[0]);
