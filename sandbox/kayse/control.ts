import { type ControlMethods, method, nothing } from '../control/methods';
import type { DeliveryOutcome } from '../webhooks/delivery';
import type { AuditEntry } from './audit';
import type { Kayse } from './kayse';
import { type KayseSettings, type KayseSettingsChange, settingsChangeSchema } from './settings';
import { type KayseSnapshot, snapshotOf } from './snapshot';
import { type AddedIds, addVolume, type Volume, volumeSchema } from './seed/bulkSeed';
import { type KayseDelivery, kayseDeliverySchema } from './webhooks/deliveries';
import { type KayseWebhook, newWebhookSchema, type NewKayseWebhook } from './webhooks/webhooks';

/** The control methods of the Kayse company. */
export interface KayseControl {
	/** Changes the given settings; returns all of them. */
	configureKayse(settings: KayseSettingsChange): KayseSettings;
	kayseState(): KayseSnapshot;
	/** Every change of every field of every record since the reset, oldest first. */
	kayseAudit(): AuditEntry[];
	/** Adds so many records; returns their ids. */
	addKayseRecords(volume: Volume): AddedIds;
	/** Sets up a webhook like people do in Kayse's pages. */
	addKayseWebhook(webhook: NewKayseWebhook): KayseWebhook;
	/** Sends an event to the webhooks that want it; resolves when every attempt is over. */
	deliverKayseEvent(delivery: KayseDelivery): Promise<DeliveryOutcome[]>;
}

/** The control methods of a Kayse company. */
export function createKayseControl(kayse: Kayse): KayseControl {
	return {
		configureKayse: (settings) => ({ ...kayse.configure(settings) }),
		kayseState: () => snapshotOf(kayse),
		kayseAudit: () => kayse.audit.list(),
		addKayseRecords: (volume) => addVolume(kayse, volume),
		addKayseWebhook: (webhook) => kayse.webhooks.add(webhook),
		deliverKayseEvent: async (delivery) => await kayse.deliveries.request(delivery),
	};
}

/** The same methods, to be called over HTTP. */
export function kayseMethods(control: KayseControl): ControlMethods<KayseControl> {
	return {
		configureKayse: method(settingsChangeSchema, (change) => control.configureKayse(change)),
		kayseState: method(nothing, () => control.kayseState()),
		kayseAudit: method(nothing, () => control.kayseAudit()),
		addKayseRecords: method(volumeSchema, (volume) => control.addKayseRecords(volume)),
		addKayseWebhook: method(newWebhookSchema, (webhook) => control.addKayseWebhook(webhook)),
		deliverKayseEvent: method(kayseDeliverySchema, async (delivery) => await control.deliverKayseEvent(delivery)),
	};
}
