import { describe, expect, it } from '@jest/globals';

import { outcomeOf } from '../trigger/kaiCallsStage';
import { reportOn, useEndedCalls } from './endedCalls';

const { stage, placedCall } = useEndedCalls();

const PATIENCE_MS = 120_000;

const MINUTE_MS = 60_000;

const times = <T>(count: number, make: (index: number) => T): T[] =>
	Array.from({ length: count }, (_, index) => make(index));

/** Calls that end in the same moment, and the reports of them. */
async function endsAtOnce(count: number) {
	stage.control.configureKaiCalls({ callsPerWindow: 100_000 });
	const callIds: string[] = [];
	for (let index = 0; index < count; index += 1) callIds.push(await placedCall());
	await Promise.all(callIds.map(async (callId) => await stage.control.completeCall({ callId })));
	return callIds;
}

const tooMany = () => stage.control.log().filter(({ status }) => status === 429);

describe('calls that end in the same second', () => {
	it.each([
		[80, 0.5],
		[80, 2],
		[500, 0.5],
		[500, 2],
	])(
		'%s, the API %s s behind: all of them start their runs, within the limit of the key',
		async (count, apiLagSeconds) => {
			stage.control.configureKaiCalls({ apiLagSeconds });
			const callIds = await endsAtOnce(count);
			const answers = (await Promise.all(callIds.map(async (callId) => await stage.call(reportOn(callId))))).map(
				outcomeOf,
			);
			expect(answers.filter(({ status, runs }) => status !== 200 || runs !== 1)).toEqual([]);
			expect(tooMany()).toEqual([]);
		},
		PATIENCE_MS,
	);

	it(
		'start their runs among many made-up reports; only few of these are checked',
		async () => {
			stage.control.configureKaiCalls({ apiLagSeconds: 2 });
			const callIds = await endsAtOnce(60);
			const start = stage.vendorNow;
			const forged = times(300, async (index) => await stage.call(reportOn(`made-up-${index}`)));
			const genuine = await Promise.all(callIds.map(async (callId) => await stage.call(reportOn(callId))));
			expect(genuine.map(outcomeOf).filter(({ runs }) => runs !== 1)).toEqual([]);
			expect((await Promise.all(forged)).map(outcomeOf).filter(({ runs }) => runs !== 0)).toEqual([]);
			const vain = stage.control.log().filter(({ query }) => JSON.stringify(query).includes('made-up')).length;
			expect(vain).toBeLessThanOrEqual(33 * Math.ceil((stage.vendorNow - start) / MINUTE_MS + 1));
		},
		PATIENCE_MS,
	);
});
