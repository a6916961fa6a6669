import { z } from 'zod';
import { BadArgument } from '../control/badArgument';
import { type ControlMethods, method, nothing } from '../control/methods';
import type { DeliveryOutcome } from '../webhooks/delivery';
import type { KaiCalls } from './kaicalls';
import { type NewKey, newKeySchema } from './keys';
import type { RecordingRequest } from './recordings/host';
import { type KaiCallsSettings, type KaiCallsSettingsChange, settingsChangeSchema } from './settings';
import { receiveText } from './smsConversation';
import { type KaiCallsSnapshot, snapshotOf } from './snapshot';
import { type CallbackDelivery, callbackDeliverySchema, requestCallback } from './webhooks/callbackRequest';
import { type EventDelivery, eventDeliverySchema, requestEvent } from './webhooks/eventRequest';

const completionSchema = z
	.object({
		callId: z.string(),
		status: z.enum(['completed', 'failed']).default('completed'),
		apiStatus: z.string().optional(),
		error: z.string().optional(),
		duration: z.number().int().nonnegative().optional(),
		summary: z.string().optional(),
		transcript: z.string().optional(),
	})
	.strict();

const receivedTextSchema = z.object({ from: z.string(), message: z.string() }).strict();

/** How a call ends, as a test writes it: with defaults left out. */
export type CallCompletion = z.input<typeof completionSchema>;

/** The control methods of the KaiCalls account. */
export interface KaiCallsControl {
	/** Changes the given settings; returns all of them. */
	configureKaiCalls(settings: KaiCallsSettingsChange): KaiCallsSettings;
	kaiCallsState(): KaiCallsSnapshot;
	/** Another key, gone after a reset. */
	addKey(key: NewKey): { id: string; apiKey: string };
	/** How many times each phone number was rung since the reset. */
	callsPlaced(): Record<string, number>;
	/** Ends a running call now; resolves when its callback and the account's webhooks have been served. */
	completeCall(completion: CallCompletion): Promise<DeliveryOutcome[]>;
	/** Sends an account event to the registered webhooks; resolves when every attempt is over. */
	deliverEvent(delivery: EventDelivery): Promise<DeliveryOutcome[]>;
	/** Sends a call's own, unsigned callback, true or forged. */
	deliverCallback(delivery: CallbackDelivery): Promise<DeliveryOutcome[]>;
	/** A person texts the first agent. */
	receiveText(text: z.input<typeof receivedTextSchema>): { id: string };
	/** Every request to the recording host since the reset. */
	recordingRequests(): RecordingRequest[];
}

/** The control methods of a KaiCalls account. */
export function createKaiCallsControl(kaicalls: KaiCalls): KaiCallsControl {
	return {
		configureKaiCalls: (settings) => ({ ...kaicalls.configure(settings) }),
		kaiCallsState: () => snapshotOf(kaicalls),
		addKey(newKey) {
			const { id, key } = kaicalls.keys.add(newKey);
			return { id, apiKey: key };
		},
		callsPlaced: () => kaicalls.line.timesRung(),
		async completeCall(completion) {
			const { callId, ...outcome } = completionSchema.parse(completion);
			return await kaicalls.line.end(kaicalls.call(callId), outcome);
		},
		deliverEvent: async (delivery) => await requestEvent(kaicalls, delivery),
		deliverCallback: async (delivery) => await requestCallback(kaicalls, delivery),
		receiveText(text) {
			const { from, message } = receivedTextSchema.parse(text);
			const [agent] = kaicalls.state.agents.values();
			if (!agent) throw new BadArgument('There is no agent');
			const { id } = receiveText(kaicalls, agent, from, message);
			return { id };
		},
		recordingRequests: () => kaicalls.recordings.log(),
	};
}

/** The same methods, to be called over HTTP. */
export function kaicallsMethods(control: KaiCallsControl): ControlMethods<KaiCallsControl> {
	return {
		configureKaiCalls: method(settingsChangeSchema, (change) => control.configureKaiCalls(change)),
		kaiCallsState: method(nothing, () => control.kaiCallsState()),
		addKey: method(newKeySchema, (key) => control.addKey(key)),
		callsPlaced: method(nothing, () => control.callsPlaced()),
		completeCall: method(completionSchema, async (completion) => await control.completeCall(completion)),
		deliverEvent: method(eventDeliverySchema, async (delivery) => await control.deliverEvent(delivery)),
		deliverCallback: method(callbackDeliverySchema, async (delivery) => await control.deliverCallback(delivery)),
		receiveText: method(receivedTextSchema, (text) => control.receiveText(text)),
		recordingRequests: method(nothing, () => control.recordingRequests()),
	};
}
