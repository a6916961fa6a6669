import { type ControlMethods, method, nothing } from '../control/methods';
import type { DeliveryOutcome } from '../webhooks/delivery';
import type { Kakiyo } from './kakiyo';
import { type KakiyoSettings, type KakiyoSettingsChange, settingsChangeSchema } from './settings';
import { type KakiyoSnapshot, snapshotOf } from './snapshot';
import { type Delivery, deliverySchema, requestDelivery } from './webhooks/deliveryRequest';
import { receiveReply, type Reply, replySchema } from './webhooks/reply';

/** The control methods of the Kakiyo team. */
export interface KakiyoControl {
	/** Changes the given settings; returns all of them. */
	configureKakiyo(settings: KakiyoSettingsChange): KakiyoSettings;
	kakiyoState(): KakiyoSnapshot;
	/** Per campaign and normalised LinkedIn URL: how many rows were accepted. */
	prospectsAdded(): Record<string, Record<string, number>>;
	/** Sends a webhook event; resolves when every attempt is over. */
	deliverKakiyoEvent(delivery: Delivery): Promise<DeliveryOutcome[]>;
	/** A person answers on LinkedIn; resolves when every attempt to tell the webhooks is over. */
	receiveReply(reply: Reply): Promise<DeliveryOutcome[]>;
}

/** The control methods of a Kakiyo team. */
export function createKakiyoControl(kakiyo: Kakiyo): KakiyoControl {
	return {
		configureKakiyo: (settings) => ({ ...kakiyo.configure(settings) }),
		kakiyoState: () => snapshotOf(kakiyo),
		prospectsAdded: () => kakiyo.state.imports.timesSubmitted(),
		deliverKakiyoEvent: async (delivery) => await requestDelivery(kakiyo, delivery),
		receiveReply: async (reply) => await receiveReply(kakiyo, reply),
	};
}

/** The same methods, to be called over HTTP. */
export function kakiyoMethods(control: KakiyoControl): ControlMethods<KakiyoControl> {
	return {
		configureKakiyo: method(settingsChangeSchema, (change) => control.configureKakiyo(change)),
		kakiyoState: method(nothing, () => control.kakiyoState()),
		prospectsAdded: method(nothing, () => control.prospectsAdded()),
		deliverKakiyoEvent: method(deliverySchema, async (delivery) => await control.deliverKakiyoEvent(delivery)),
		receiveReply: method(replySchema, async (reply) => await control.receiveReply(reply)),
	};
}
