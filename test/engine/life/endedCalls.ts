import { beforeEach } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { itemsOf, useKaiCallsStage, type KaiCallsTriggerStage } from '../trigger/kaiCallsStage';
import type { IncomingCall } from '../trigger/stage';

const BOTH_EVENTS: INodeParameters = { mode: 'perCall', callEvents: ['call.completed', 'call.failed'] };

export type Completion = Omit<Parameters<KaiCallsTriggerStage['control']['completeCall']>[0], 'callId'>;

/** What KaiCalls posts about a call (docs/vendors/kaicalls.md#call-reports), with changes. */
export const reportOn = (callId: string, change: IDataObject = {}): IncomingCall => ({
	body: JSON.stringify({
		event: 'call.completed',
		call_id: callId,
		status: 'completed',
		timestamp: '2026-03-04T15:22:00Z',
		...change,
	}),
});

/** A KaiCalls Trigger that reads reports back, and an account whose calls end when a test says so. */
export function useEndedCalls() {
	const stage = useKaiCallsStage(BOTH_EVENTS);
	// Longer than any test, in scaled time.
	beforeEach(
		() =>
			void stage.control.configureKaiCalls({ endsAfterSeconds: 864_000, answersAfterSeconds: 0, ringsAfterSeconds: 0 }),
	);

	async function placedCall(more: object = {}): Promise<string> {
		const agent_id = stage.control.kaiCallsState().agents[0]?.id;
		return String((await stage.atVendor('POST', '/calls', { agent_id, to: '+12025550155', ...more })).id);
	}

	return {
		stage,
		placedCall,
		async endedCall(completion: Completion = {}): Promise<string> {
			const callId = await placedCall();
			await stage.control.completeCall({ callId, ...completion });
			return callId;
		},
		/** What each run starts with that a report brings. */
		async runsOf(report: IncomingCall): Promise<IDataObject[]> {
			return itemsOf(await stage.call(report)) ?? [];
		},
	};
}
