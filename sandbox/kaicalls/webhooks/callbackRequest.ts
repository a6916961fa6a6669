import { z } from 'zod';
import { BadArgument } from '../../control/badArgument';
import { deliveryFields, type DeliveryOutcome, sendAll } from '../../webhooks/delivery';
import { idOf } from '../ids';
import type { KaiCalls } from '../kaicalls';
import type { Call, Ending } from '../state';
import { post } from './callbacks';
import { callbackPayload } from './payloads';

const unknownCall = idOf('call', 999_999);

/** A report to the `webhook_url` of a call, which is not signed. */
export const callbackDeliverySchema = z
	.object({
		...deliveryFields,
		/** The call whose `webhook_url` gets the callback. */
		callId: z.string(),
		/**
		 * `unknownCall`: about a call that does not exist. `wrongStatus`: completed for failed and the reverse; completed while the
		 * call still runs. `otherAgent`: the true callback of a call by another agent.
		 */
		forged: z.enum(['no', 'unknownCall', 'wrongStatus', 'otherAgent']).default('no'),
		/** Members to add to the body, or to replace its own. */
		data: z.record(z.unknown()).default({}),
	})
	.strict();

/** A report as a test writes it: with defaults left out. */
export type CallbackDelivery = z.input<typeof callbackDeliverySchema>;

const made = { duration: 60, summary: 'Agreed to everything.', transcript: null };

function reversed(kaicalls: KaiCalls, { ending }: Call): Ending {
	const at = ending?.at ?? kaicalls.clock.now();
	return { at, error: ending?.error === null ? 'no_answer' : null, ...made };
}

function payloadOf(
	kaicalls: KaiCalls,
	call: Call,
	forged: z.output<typeof callbackDeliverySchema>['forged'],
): Record<string, unknown> {
	const completed: Ending = { at: kaicalls.clock.now(), error: null, ...made };
	switch (forged) {
		case 'unknownCall':
			return { ...callbackPayload(kaicalls, call, call.ending ?? completed), call_id: unknownCall };
		case 'wrongStatus':
			return callbackPayload(kaicalls, call, reversed(kaicalls, call));
		case 'otherAgent': {
			const other = [...kaicalls.state.calls.values()].find(
				({ agent_id, ending }) => ending && agent_id !== call.agent_id,
			);
			if (!other?.ending) throw new BadArgument('No call of another agent is over');
			return callbackPayload(kaicalls, other, other.ending);
		}
		case 'no':
			if (!call.ending) throw new BadArgument(`Call ${call.id} is not over`);
			return callbackPayload(kaicalls, call, call.ending);
	}
}

/** Posts a callback, true or forged, to a call's webhook or to another URL. */
export async function requestCallback(kaicalls: KaiCalls, request: CallbackDelivery): Promise<DeliveryOutcome[]> {
	const { callId, forged, data, url, ...repetition } = callbackDeliverySchema.parse(request);
	const call = kaicalls.call(callId);
	const target = url ?? call.webhook_url;
	if (target === null) throw new BadArgument(`Call ${call.id} has no webhook_url`);
	const payload = { ...payloadOf(kaicalls, call, forged), ...data };
	return await sendAll([target], repetition, async (to) => await post(kaicalls, to, payload));
}
