import { createHash } from 'node:crypto';
import type { FunctionsBase, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Events remembered for each trigger: days of a busy account, in 80 kB of static data. */
const CAPACITY = 10_000;

/** Characters that are kept of a hash: 48 bits, so that two of so many events are taken for one once in billions of deliveries. */
const KEPT = 8;

const EACH_KEPT = new RegExp(`.{${KEPT}}`, 'g');

const keptOf = (fingerprint: string): string =>
	createHash('sha256').update(fingerprint).digest('base64url').slice(0, KEPT);

/**
 * Which events have started a run, by trigger. Of two deliveries that arrive at once only one is admitted, because asking and
 * remembering is one step without anything asynchronous in it. What one process cannot know (its past, its sisters in
 * queue mode) comes from the workflow's static data: `stored` in, `recent` out.
 */
export class DuplicateMemory {
	private readonly byTrigger = new Map<string, Set<string>>();

	constructor(private readonly capacity = CAPACITY) {}

	/** Whether this delivery is the first of its event; from now on it is not. */
	admit(trigger: string, event: string, stored: readonly string[]): boolean {
		const known = new Set([...stored, ...(this.byTrigger.get(trigger) ?? [])]);
		const isFirst = !known.has(event);
		known.add(event);
		this.byTrigger.set(trigger, new Set([...known].slice(-this.capacity)));
		return isFirst;
	}

	/** Whether such an event was admitted before. */
	knows(trigger: string, event: string, stored: readonly string[]): boolean {
		return stored.includes(event) || (this.byTrigger.get(trigger)?.has(event) ?? false);
	}

	/** What the trigger remembers, oldest first. */
	recent(trigger: string): string[] {
		return [...(this.byTrigger.get(trigger) ?? [])];
	}

	/** The trigger is gone. */
	drop(trigger: string): void {
		this.byTrigger.delete(trigger);
	}
}

const memory = new DuplicateMemory();

/** One trigger node of this n8n. */
export const triggerOf = (context: Pick<FunctionsBase, 'getNode' | 'getWorkflow'>): string =>
	JSON.stringify([context.getWorkflow().id, context.getNode().id]);

/** Hashes of equal length, one after another. */
const storedIn = (seen: unknown): string[] => (typeof seen === 'string' ? (seen.match(EACH_KEPT) ?? []) : []);

/**
 * Whether this delivery is to start a run: true for the first with this fingerprint, false for its repetitions, in
 * this process and, by the static data that n8n saves with each delivery, after a restart.
 * @param fingerprint what tells this event from all others, of any length
 */
export function isFirstDelivery(context: IWebhookFunctions, fingerprint: string): boolean {
	const trigger = triggerOf(context);
	const data = context.getWorkflowStaticData('node');
	if (!memory.admit(trigger, keptOf(fingerprint), storedIn(data.seen))) return false;
	data.seen = memory.recent(trigger).join('');
	return true;
}

/** Whether it has started a run already, for a caller that does not want to look into it twice; admits nothing. */
export const wasDelivered = (context: IWebhookFunctions, fingerprint: string): boolean =>
	memory.knows(triggerOf(context), keptOf(fingerprint), storedIn(context.getWorkflowStaticData('node').seen));

/** Frees what this process remembers for a trigger that is switched off; its static data stays. */
export const dropMemory = (context: IHookFunctions): void => memory.drop(triggerOf(context));
