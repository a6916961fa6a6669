import type { Limiter } from '../server/limiter';
import type { Clock } from '../time/clock';
import type { KairoSettings } from './settings';
import type { KairoState } from './state';

/** The account, as its parts see it. */
export interface KairoAccount {
	readonly clock: Clock;
	readonly limiter: Limiter;
	readonly settings: KairoSettings;
	readonly state: KairoState;
}
