import type { Clock } from '../time/clock';
import type { KayseSettings } from './settings';
import type { KayseState } from './state';

/** The company, as its parts see it. */
export interface KayseAccount {
	readonly apiKey: string;
	readonly clock: Clock;
	readonly settings: KayseSettings;
	readonly state: KayseState;
}
