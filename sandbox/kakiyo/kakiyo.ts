import { createHash } from 'node:crypto';
import type { Clock } from '../time/clock';
import { Limiter } from '../server/limiter';
import type { KakiyoAccount } from './account';
import { seedState } from './seed/data';
import {
	changeSettings,
	defaultSettings,
	rateWindowSeconds,
	type KakiyoSettings,
	type KakiyoSettingsChange,
} from './settings';
import type { KakiyoState } from './state';
import { Deliveries } from './webhooks/deliveries';

/**
 * One Kakiyo team: its data, settings and counters. Routes read the members again each time, because a reset replaces
 * them.
 */
export class Kakiyo implements KakiyoAccount {
	/** 40 characters, like the vendor's keys. */
	readonly apiKey = createHash('sha1').update('kakiyo sandbox').digest('hex');

	readonly limiter: Limiter;

	readonly deliveries: Deliveries;

	settings: KakiyoSettings = defaultSettings();

	private current: KakiyoState = seedState();

	constructor(readonly clock: Clock) {
		this.limiter = new Limiter(clock, rateWindowSeconds);
		this.deliveries = new Deliveries(this);
	}

	/** The data as of now, after processing all due rows of running imports. */
	get state(): KakiyoState {
		this.current.imports.settle(this.current, this.clock.now());
		return this.current;
	}

	configure(change: KakiyoSettingsChange): KakiyoSettings {
		this.settings = changeSettings(this.settings, change);
		if (this.settings.credits === 0) this.pauseAgents();
		return this.settings;
	}

	/** Uses credits; at zero every running agent is paused. */
	spend(credits: number): void {
		if (this.settings.credits === null) return;
		this.settings.credits = Math.max(0, this.settings.credits - credits);
		if (this.settings.credits === 0) this.pauseAgents();
	}

	reset(): void {
		this.settings = defaultSettings();
		this.current = seedState();
		this.limiter.clear();
		this.deliveries.reset();
	}

	private pauseAgents(): void {
		for (const agent of this.current.agents.values()) if (agent.status === 'running') agent.status = 'paused';
	}
}
