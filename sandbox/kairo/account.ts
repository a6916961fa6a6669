import type { Limiter } from '../server/limiter';
import type { Clock } from '../time/clock';
import type { KairoSettings } from './settings';
import type { KairoState } from './state';

/** What the parts of an account see of it. */
export interface KairoAccount {
	readonly clock: Clock;
	readonly limiter: Limiter;
	readonly settings: KairoSettings;
	readonly state: KairoState;
}
