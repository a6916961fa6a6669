import type { KakiyoState, Webhook } from '../state';

/** The active webhooks that want this event. */
export function subscribers({ webhooks }: KakiyoState, event: string): Webhook[] {
	return [...webhooks.values()].filter(
		({ active, events }) => active && (events.includes('*') || events.includes(event)),
	);
}
