import { type ControlMethods, method, nothing } from '../control/methods';
import type { Kairo } from './kairo';
import type { RunLoad } from './runs';
import { type KairoSettings, type KairoSettingsChange, settingsChangeSchema } from './settings';
import { type KairoSnapshot, snapshotOf } from './snapshot';

/** The control methods of the KAIRO account. */
export interface KairoControl {
	/** Changes the given settings; returns all of them. */
	configureKairo(settings: KairoSettingsChange): KairoSettings;
	kairoState(): KairoSnapshot;
	/** Since the reset: the most unfinished runs at the same time, and the starts that were refused because of it. */
	kairoRunLoad(): RunLoad;
}

/** The control methods of a KAIRO account. */
export function createKairoControl(kairo: Kairo): KairoControl {
	return {
		configureKairo: (settings) => ({ ...kairo.configure(settings) }),
		kairoState: () => snapshotOf(kairo),
		kairoRunLoad: () => kairo.desk.loadSoFar(),
	};
}

/** The same methods, to be called over HTTP. */
export function kairoMethods(control: KairoControl): ControlMethods<KairoControl> {
	return {
		configureKairo: method(settingsChangeSchema, (change) => control.configureKairo(change)),
		kairoState: method(nothing, () => control.kairoState()),
		kairoRunLoad: method(nothing, () => control.kairoRunLoad()),
	};
}
