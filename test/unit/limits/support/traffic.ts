import type { IncomingResponse } from '../../../../nodes/shared/contract/exchange';
import type { Limiter } from '../../../../nodes/shared/limits/nestedLimiter';
import type { Acquisition, Admission } from '../../../../nodes/shared/limits/rateLimiter';
import type { ManualTime } from '../../support/manualTime';
import { response } from '../../support/wire';

/** Waits as long as it takes. */
export const patient: Acquisition = { run: 'run', urgent: false, maxWaitMs: Infinity, cancelled: () => false };

/** A request of the model: when it comes to the limiter, how long the answer takes, and when meanwhile the vendor counts it. */
export interface ModelRequest {
	run?: number;
	urgent?: boolean;
	arrivesAfter: number;
	answerTakes: number;
	/** Part of that time, in percent, after which the vendor counts it. */
	countedAt: number;
	/** No answer comes back. */
	isLost?: boolean;
}

export interface Log {
	/** Numbers of the requests as they came, and as they were admitted. */
	came: number[];
	admitted: number[];
	/** When the vendor counted a request, and the numbers of these. */
	counted: number[];
	countedRequests: number[];
	peakInFlight: number;
	ends: Admission[];
}

/** Sends requests through a limiter, or each through one of its own, until each one has been answered or refused. */
export async function drive(
	through: Limiter | ((index: number) => Limiter),
	time: ManualTime,
	requests: ModelRequest[],
	answerOf: (countedAt: number) => IncomingResponse = () => response(200),
): Promise<Log> {
	const log: Log = { came: [], admitted: [], counted: [], countedRequests: [], peakInFlight: 0, ends: [] };
	let inFlight = 0;

	async function travel(request: ModelRequest, index: number) {
		const { run = 0, urgent = false, arrivesAfter, answerTakes, countedAt, isLost } = request;
		const limiter = typeof through === 'function' ? through(index) : through;
		await time.sleep(arrivesAfter);
		log.came.push(index);
		const admission = await limiter.acquire({ ...patient, run, urgent });
		log.ends[index] = admission;
		if (admission !== 'admitted') return;
		log.admitted.push(index);
		inFlight += 1;
		log.peakInFlight = Math.max(log.peakInFlight, inFlight);
		const onTheWay = Math.floor((answerTakes * countedAt) / 100);
		await time.sleep(onTheWay);
		log.counted.push(time.now());
		log.countedRequests.push(index);
		const answer = answerOf(time.now());
		await time.sleep(answerTakes - onTheWay);
		inFlight -= 1;
		if (isLost) limiter.releaseWithoutAnswer();
		else limiter.release(answer);
	}

	await time.run(Promise.all(requests.map(travel)));
	return log;
}

/** Most requests that any window of this length saw, wherever it begins. */
export function busiestWindow(counted: number[], windowMs: number): number {
	return Math.max(
		0,
		...counted.map((start) => counted.filter((moment) => moment >= start && moment < start + windowMs).length),
	);
}
