import type { Fault, Faults } from '../server/faults';
import { createKaiCallsControl, type KaiCallsControl } from '../kaicalls/control';
import type { KaiCalls } from '../kaicalls/kaicalls';
import { createKairoControl, type KairoControl } from '../kairo/control';
import type { Kairo } from '../kairo/kairo';
import { createKakiyoControl, type KakiyoControl } from '../kakiyo/control';
import type { Kakiyo } from '../kakiyo/kakiyo';
import { createKayseControl, type KayseControl } from '../kayse/control';
import type { Kayse } from '../kayse/kayse';
import type { Meanwhile, Others } from '../server/meanwhile';
import type { LogEntry, RequestLog, RouteStats } from '../server/requestLog';
import type { Vendor } from '../server/vendor';

/** The control methods for tests; also served as `POST /__control/<method>`. */
export interface Control extends KakiyoControl, KaiCallsControl, KayseControl, KairoControl {
	/** Restores seed data and default settings; clears log, faults and rate windows. */
	reset(): void;
	/** Spoils the next matching requests. */
	fail(fault: Fault): void;
	/** After each of the next matching answers, another client sends these requests. */
	meanwhile(others: Others): void;
	/** Every vendor request since the reset, in order of arrival. */
	log(): LogEntry[];
	stats(): RouteStats[];
}

/** The parts of a sandbox that its control methods work on. */
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

/** The control methods that concern all vendors. */
export function createControl({
	vendors,
	kakiyo,
	kaicalls,
	kayse,
	kairo,
	faults,
	meanwhile,
	log,
}: Controlled): Control {
	return {
		...createKakiyoControl(kakiyo),
		...createKaiCallsControl(kaicalls),
		...createKayseControl(kayse),
		...createKairoControl(kairo),
		reset() {
			for (const vendor of vendors) vendor.reset();
			faults.clear();
			meanwhile.clear();
			log.clear();
		},
		fail: (fault) => faults.add(fault),
		meanwhile: (others) => meanwhile.add(others),
		log: () => log.list(),
		stats: () => log.stats(),
	};
}
