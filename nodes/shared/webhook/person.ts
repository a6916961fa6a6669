import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { sendingFailure } from '../contract/failure';
import type { ApiClient } from '../contract/operation';
import type { Vendor } from '../contract/vendor';
import { urgentClient } from '../engine/clients';
import { callerTime } from '../engine/systemTime';
import { plainText } from '../values/text';
import { ANSWER_WITHIN_MS } from './startRun';

const LIMITS = { maxRetries: 1, maxWaitMs: ANSWER_WITHIN_MS, timeoutMs: ANSWER_WITHIN_MS };

/**
 * For the item of an event whose person could not be read.
 * @param why a whole sentence without its full stop
 */
export const personUnread = (why: string): IDataObject => ({ personNote: `The person was not read: ${why}.` });

/** A value that is not empty, as text. */
export const filledTexts = (members: Record<string, unknown>): IDataObject =>
	Object.fromEntries(
		Object.entries(members).flatMap(([name, value]) => (plainText(value) === '' ? [] : [[name, plainText(value)]])),
	);

/**
 * The person of an event, read by one request. If the reading fails, the event still starts its run, in time for the
 * answer. Never throws.
 */
export async function personInTime(
	context: IWebhookFunctions,
	vendor: Vendor,
	read: (send: ApiClient['send']) => Promise<IDataObject>,
): Promise<IDataObject> {
	const reading = read(urgentClient(context, vendor, LIMITS).send).catch((thrown: unknown) =>
		personUnread(sendingFailure(thrown).message),
	);
	const tooLate = callerTime.sleep(ANSWER_WITHIN_MS).then(() => personUnread(`${vendor.name} did not answer in time`));
	return await Promise.race([reading, tooLate]);
}
