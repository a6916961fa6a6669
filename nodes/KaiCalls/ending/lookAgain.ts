import type { IDataObject } from 'n8n-workflow';

import type { Time } from '../../shared/contract/time';
import { isFilled } from '../../shared/values/filled';
import { endedCall } from './ending';
import type { CallReader } from './readCall';
import { plainText } from '../../shared/values/text';

export const LOOK_AGAIN_LABEL = 'Look Again For (Seconds)';

/** Longest time to look again, in seconds: the run starts only after it. */
export const MOST_LOOK_AGAIN_S = 600;

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 15_000;

/** Whether a call has the members that KaiCalls fills some time after the end of an answered call. */
const isWhole = (call: IDataObject): boolean =>
	(isFilled(call.summary) && isFilled(call.recording_url)) ||
	!['talked', 'voicemail'].includes(plainText(endedCall(call).outcome));

/**
 * Reads an ended call again until it has its summary and its recording.
 * @param forMs longest time to look, in ms; 0 does not look again
 * @returns the last record that was read; a request that fails changes nothing
 */
export async function lookAgain(
	ended: IDataObject,
	lookUp: Pick<CallReader, 'call'>,
	forMs: number,
	time: Time,
): Promise<IDataObject> {
	const until = time.now() + forMs;
	let call = ended;
	for (
		let pause = FIRST_PAUSE_MS;
		!isWhole(call) && time.now() < until;
		pause = Math.min(2 * pause, LONGEST_PAUSE_MS)
	) {
		await time.sleep(Math.min(pause, until - time.now()));
		call = (await lookUp.call(plainText(ended.id)).catch(() => undefined)) ?? call;
	}
	return call;
}
