import type { IncomingResponse } from '../../../nodes/shared/contract/exchange';
import type { Admission, Lane, WaitLimits } from '../../../nodes/shared/limits/lane';
import type { ManualTime } from './manualTime';
import { response } from './wire';

/** One request of the model: when it comes to the lane, how long the answer takes, and when meanwhile the vendor counts it. */
export interface Traveller {
	arrivesAfter: number;
	answerTakes: number;
	/** Part of that time, in percent, after which the vendor counts it. */
	countedAt: number;
	/** No answer comes back. */
	isLost?: boolean;
}

export interface Log {
	/** Numbers of the travellers as they came, and as they were admitted. */
	came: number[];
	admitted: number[];
	/** When the vendor counted a request. */
	counted: number[];
	peakInFlight: number;
	ends: Admission[];
}

/** Sends travellers over a lane until every one has been answered or turned away. */
export async function drive(
	lane: Lane,
	time: ManualTime,
	travellers: Traveller[],
	limits: WaitLimits,
	answerOf: (countedAt: number) => IncomingResponse = () => response(200),
): Promise<Log> {
	const log: Log = { came: [], admitted: [], counted: [], peakInFlight: 0, ends: [] };
	let inFlight = 0;

	async function travel({ arrivesAfter, answerTakes, countedAt, isLost }: Traveller, index: number) {
		await time.sleep(arrivesAfter);
		log.came.push(index);
		const admission = await lane.enter(limits);
		log.ends[index] = admission;
		if (admission !== 'admitted') return;
		log.admitted.push(index);
		inFlight += 1;
		log.peakInFlight = Math.max(log.peakInFlight, inFlight);
		const onTheWay = Math.floor((answerTakes * countedAt) / 100);
		await time.sleep(onTheWay);
		log.counted.push(time.now());
		const answer = answerOf(time.now());
		await time.sleep(answerTakes - onTheWay);
		inFlight -= 1;
		if (isLost) lane.abandon();
		else lane.leave(answer);
	}

	await time.run(Promise.all(travellers.map(travel)));
	return log;
}

/** Most requests that any window of this length saw, wherever it begins. */
export function busiestWindow(counted: number[], windowMs: number): number {
	return Math.max(
		0,
		...counted.map((start) => counted.filter((moment) => moment >= start && moment < start + windowMs).length),
	);
}
