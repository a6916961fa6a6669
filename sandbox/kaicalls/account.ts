import type { Clock } from '../time/clock';
import type { DeliveryOutcome } from '../webhooks/delivery';
import type { KaiCallsSettings } from './settings';
import type { AccountEvent, Call, KaiCallsState } from './state';

/** An event before it has an ID and a time. */
export type NewEvent = Pick<AccountEvent, 'event_type' | 'object_type' | 'object_id' | 'business_id' | 'payload'>;

/** The account, as its parts see it. */
export interface KaiCallsAccount {
	readonly clock: Clock;
	readonly settings: KaiCallsSettings;
	readonly state: KaiCallsState;
	readonly events: { emit(event: NewEvent): Promise<DeliveryOutcome[]> };
	readonly recordings: { urlOf(call: Call): string };
	/** The `created_at` of a new record. */
	stamp(): number;
	/** A moment as replies show it. */
	iso(time: number): string;
}
