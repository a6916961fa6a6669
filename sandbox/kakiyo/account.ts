import type { Clock } from '../time/clock';
import type { KakiyoSettings } from './settings';

/** What the parts of a team see of it. */
export interface KakiyoAccount {
	readonly clock: Clock;
	readonly settings: KakiyoSettings;
	/** Takes credits; at zero every running agent is paused. */
	spend(credits: number): void;
}
