import type { IncomingHttpHeaders } from 'node:http';
import { BadArgument } from '../control/badArgument';
import { bearerKey } from '../server/bearer';
import type { Clock } from '../time/clock';
import { Limiter } from '../server/limiter';
import { Access } from './access';
import type { KaiCallsAccount } from './account';
import { CallSimulator } from './callSimulator';
import { unauthorized } from './errors';
import { ApiKeys } from './keys';
import { RecordingHost } from './recordings/host';
import { seedState } from './seed';
import {
	changeSettings,
	defaultSettings,
	rateWindowSeconds,
	type KaiCallsSettings,
	type KaiCallsSettingsChange,
} from './settings';
import type { Call, KaiCallsState } from './state';
import { AccountEvents } from './webhooks/accountEvents';

/**
 * One KaiCalls account: its data, settings and counters. Routes read the members again each time, because a reset
 * replaces them.
 */
export class KaiCalls implements KaiCallsAccount {
	readonly keys = new ApiKeys();

	readonly limiter: Limiter;

	readonly line: CallSimulator;

	readonly events: AccountEvents;

	readonly recordings: RecordingHost;

	settings: KaiCallsSettings = defaultSettings();

	state: KaiCallsState = seedState();

	constructor(readonly clock: Clock) {
		this.limiter = new Limiter(clock, rateWindowSeconds);
		this.line = new CallSimulator(this);
		this.events = new AccountEvents(this);
		this.recordings = new RecordingHost(this);
	}

	/** The rights of the request's key; 401 without a working key. */
	access(headers: IncomingHttpHeaders): Access {
		const text = bearerKey(headers);
		if (text === undefined) throw unauthorized('No API key was provided');
		const key = this.keys.find(text);
		if (!key) throw unauthorized('The API key is wrong, expired or revoked');
		return new Access(key, this.state);
	}

	/** The call that a control argument names. */
	call(id: string): Call {
		const found = this.state.calls.get(id);
		if (!found) throw new BadArgument(`No call has the id ${id}`);
		return found;
	}

	/** The `created_at` of a new record. */
	stamp(): number {
		const step = this.settings.createdAtStepSeconds * 1000;
		return Math.round(Math.floor(this.clock.now() / step) * step);
	}

	/** A moment as replies show it. */
	iso(time: number): string {
		return new Date(time).toISOString().replace('Z', this.settings.utcSuffix);
	}

	configure(settings: KaiCallsSettingsChange): KaiCallsSettings {
		this.settings = changeSettings(this.settings, settings);
		this.keys.main.scopes = this.settings.scopes;
		return this.settings;
	}

	reset(): void {
		this.stop();
		this.settings = defaultSettings();
		this.state = seedState();
		this.keys.reset();
		this.limiter.clear();
		this.line.clear();
		this.recordings.clear();
	}

	/** Ends all waits: running calls and retries. */
	stop(): void {
		this.line.stop();
		this.events.stop();
	}
}
