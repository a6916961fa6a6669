import type { Clock } from '../time/clock';
import type { KakiyoSettings } from './settings';

/** The team, as its parts see it. */
export interface KakiyoAccount {
	readonly clock: Clock;
	readonly settings: KakiyoSettings;
	/** Uses credits; at zero every running agent is paused. */
	spend(credits: number): void;
}
