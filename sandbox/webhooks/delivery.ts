import { z } from 'zod';
import { type DeliveryStatus, isLoopback } from './loopbackPost';

/** The settings of every requested delivery, of all vendors. */
export const deliveryFields = {
	/** How often the very same bytes are sent. */
	times: z.number().int().positive().default(1),
	parallel: z.boolean().default(false),
	/** Send to this URL instead of the registered one. */
	url: z.string().refine(isLoopback, 'Only loopback URLs').optional(),
};

/** The end of one delivery, with the status of each attempt. */
export interface DeliveryOutcome {
	/** `null` when the URL is not a registered webhook's. */
	webhookId: string | null;
	url: string;
	/** The last attempt's status. */
	status: DeliveryStatus;
	attempts: DeliveryStatus[];
}

/** The outcome of one delivery; without any attempt it counts as refused. */
export function outcomeOf(webhookId: string | null, url: string, attempts: DeliveryStatus[]): DeliveryOutcome {
	return { webhookId, url, status: attempts.at(-1) ?? 'refused', attempts };
}

/** Sends to every target this many times, one after another unless `parallel`. */
export async function sendAll<Target>(
	targets: readonly Target[],
	{ times, parallel }: { times: number; parallel: boolean },
	send: (target: Target) => Promise<DeliveryOutcome>,
): Promise<DeliveryOutcome[]> {
	const sends = targets.flatMap((target) => Array.from({ length: times }, () => target));
	if (parallel) return await Promise.all(sends.map(send));
	const outcomes: DeliveryOutcome[] = [];
	for (const target of sends) outcomes.push(await send(target));
	return outcomes;
}
