import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { bearerKey } from '../server/bearer';
import type { Clock } from '../time/clock';
import { Limiter } from '../server/limiter';
import type { KairoAccount } from './account';
import { Runs } from './runs';
import { seedState } from './seed';
import {
	changeSettings,
	defaultSettings,
	rateWindowSeconds,
	type KairoSettings,
	type KairoSettingsChange,
} from './settings';
import type { KairoState } from './state';

/**
 * One KAIRO account: its data, settings and counters. Routes read the members again each time, because a reset replaces
 * them.
 */
export class Kairo implements KairoAccount {
	/** "Keys are prefixed sk_live_ for production" (docs/vendors/kairo.md#conventions). */
	readonly apiKey = `sk_live_${createHash('sha256').update('kairo sandbox').digest('hex').slice(0, 32)}`;

	readonly limiter: Limiter;

	readonly desk: Runs;

	settings: KairoSettings = defaultSettings();

	state: KairoState = seedState();

	constructor(readonly clock: Clock) {
		this.limiter = new Limiter(clock, rateWindowSeconds);
		this.desk = new Runs(this);
	}

	isAuthorized(headers: IncomingHttpHeaders): boolean {
		return bearerKey(headers) === this.apiKey;
	}

	configure(settings: KairoSettingsChange): KairoSettings {
		this.settings = changeSettings(this.settings, settings);
		return this.settings;
	}

	reset(): void {
		this.settings = defaultSettings();
		this.state = seedState();
		this.limiter.clear();
		this.desk.clear();
	}
}
