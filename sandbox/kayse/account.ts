import type { Clock } from '../time/clock';
import type { KayseSettings } from './settings';
import type { KayseState } from './state';

/** What the parts of a company see of it. */
export interface KayseAccount {
	readonly apiKey: string;
	readonly clock: Clock;
	readonly settings: KayseSettings;
	readonly state: KayseState;
}
