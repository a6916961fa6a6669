import type { DeliveryOutcome } from '../webhooks/delivery';
import type { Fault, Faults } from '../server/faults';
import { createKaiCallsControl, type KaiCallsControl } from '../kaicalls/control';
import type { KaiCalls } from '../kaicalls/kaicalls';
import { createKairoControl, type KairoControl } from '../kairo/control';
import type { Kairo } from '../kairo/kairo';
import type { Kakiyo } from '../kakiyo/kakiyo';
import type { KakiyoSettings, KakiyoSettingsChange } from '../kakiyo/settings';
import { type KakiyoSnapshot, snapshotOf } from '../kakiyo/snapshot';
import { type Delivery, requestDelivery } from '../kakiyo/webhooks/deliveryRequest';
import { createKayseControl, type KayseControl } from '../kayse/control';
import type { Kayse } from '../kayse/kayse';
import type { Meanwhile, Others } from '../server/meanwhile';
import type { LogEntry, RequestLog, RouteStats } from '../server/requestLog';
import type { Vendor } from '../server/vendor';

/** What a test may do to the sandbox; also served as `POST /__control/<method>`. */
export interface Control extends KaiCallsControl, KayseControl, KairoControl {
	/** Seed data and default settings again; clears log, faults and rate windows. */
	reset(): void;
	/** Changes the given settings; returns all of them. */
	configure(settings: KakiyoSettingsChange): KakiyoSettings;
	/** Spoils the next matching requests. */
	fail(fault: Fault): void;
	/** Lets somebody else act behind the next answers to a reader. */
	meanwhile(others: Others): void;
	/** Every vendor request since the reset, in order of arrival. */
	log(): LogEntry[];
	stats(): RouteStats[];
	state(): KakiyoSnapshot;
	/** Per campaign and normalised LinkedIn URL: how many rows were accepted. */
	prospectsAdded(): Record<string, Record<string, number>>;
	/** Sends a webhook event; resolves when every attempt is over. */
	deliver(delivery: Delivery): Promise<DeliveryOutcome[]>;
}

export interface Controlled {
	vendors: readonly Vendor[];
	kakiyo: Kakiyo;
	kaicalls: KaiCalls;
	kayse: Kayse;
	kairo: Kairo;
	faults: Faults;
	meanwhile: Meanwhile;
	log: RequestLog;
}

export function createControl({ vendors, kakiyo, kaicalls, kayse, kairo, faults, meanwhile, log }: Controlled): Control {
	return {
		...createKaiCallsControl(kaicalls),
		...createKayseControl(kayse),
		...createKairoControl(kairo),
		reset() {
			for (const vendor of vendors) vendor.reset();
			faults.clear();
			meanwhile.clear();
			log.clear();
		},
		configure: (settings) => ({ ...kakiyo.configure(settings) }),
		fail: (fault) => faults.add(fault),
		meanwhile: (others) => meanwhile.add(others),
		log: () => log.list(),
		stats: () => log.stats(),
		state: () => snapshotOf(kakiyo),
		prospectsAdded: () => kakiyo.state.imports.timesSubmitted(),
		deliver: async (delivery) => await requestDelivery(kakiyo, delivery),
	};
}
