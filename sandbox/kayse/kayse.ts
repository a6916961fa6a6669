import { createHash } from 'node:crypto';
import type { Clock } from '../time/clock';
import { Limiter } from '../server/limiter';
import type { KayseAccount } from './account';
import { AuditLog } from './audit';
import { type Field, type ObjectName, ownFields } from './contract/fields';
import { seedState } from './seed';
import {
	changeSettings,
	defaultSettings,
	rateWindowSeconds,
	type KayseSettings,
	type KayseSettingsChange,
} from './settings';
import type { KayseState } from './state';
import { Deliveries } from './webhooks/deliveries';
import { Webhooks } from './webhooks/webhooks';

/**
 * One Kayse company: its data, settings and counters. Routes read the members again each time, because a reset replaces
 * them.
 */
export class Kayse implements KayseAccount {
	readonly apiKey = createHash('sha256').update('kayse sandbox').digest('hex');

	readonly limiter: Limiter;

	readonly audit: AuditLog;

	readonly webhooks: Webhooks;

	readonly deliveries: Deliveries;

	settings: KayseSettings = defaultSettings();

	state: KayseState;

	constructor(readonly clock: Clock) {
		this.limiter = new Limiter(clock, rateWindowSeconds);
		this.audit = new AuditLog(clock);
		this.webhooks = new Webhooks(this);
		this.deliveries = new Deliveries(this, this.webhooks);
		this.state = seedState(this.audit);
	}

	/** The plain fields of an object, including those that Kayse adds later. */
	ownFields(name: ObjectName): Field[] {
		return [...ownFields[name], ...this.settings.extraFields[name]];
	}

	configure(settings: KayseSettingsChange): KayseSettings {
		this.settings = changeSettings(this.settings, settings);
		return this.settings;
	}

	reset(): void {
		this.settings = defaultSettings();
		this.audit.clear();
		this.state = seedState(this.audit);
		this.limiter.clear();
		this.webhooks.clear();
		this.deliveries.stop();
	}
}
