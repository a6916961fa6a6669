import type { FunctionsBase, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Deliveries remembered for each trigger; a vendor repeats one within seconds, so this is hours of ordinary traffic. */
const CAPACITY = 500;

/**
 * Which deliveries have started a run, by trigger. Of two that arrive at once only one is admitted, because asking and
 * remembering is one step without anything asynchronous in it. What one process cannot know (its past, its sisters in
 * queue mode) comes from the workflow's static data: `stored` in, `recent` out.
 */
export class DuplicateMemory {
	private readonly byTrigger = new Map<string, Set<string>>();

	constructor(private readonly capacity = CAPACITY) {}

	/** Whether this delivery is the first of its kind; from now on it is not. */
	admit(trigger: string, fingerprint: string, stored: readonly string[]): boolean {
		const known = new Set([...stored, ...(this.byTrigger.get(trigger) ?? [])]);
		const isFirst = !known.has(fingerprint);
		known.add(fingerprint);
		this.byTrigger.set(trigger, new Set([...known].slice(-this.capacity)));
		return isFirst;
	}

	/** Whether such a delivery was admitted before. */
	knows(trigger: string, fingerprint: string, stored: readonly string[]): boolean {
		return stored.includes(fingerprint) || (this.byTrigger.get(trigger)?.has(fingerprint) ?? false);
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

const texts = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];

/**
 * Whether this delivery is to start a run: true for the first with this fingerprint, false for its repetitions, in
 * this process and, by the static data that n8n saves with each delivery, after a restart.
 */
export function isFirstDelivery(context: IWebhookFunctions, fingerprint: string): boolean {
	const trigger = triggerOf(context);
	const data = context.getWorkflowStaticData('node');
	if (!memory.admit(trigger, fingerprint, texts(data.seen))) return false;
	data.seen = memory.recent(trigger);
	return true;
}

/** Whether it has started a run already, for a caller that does not want to look into it twice; admits nothing. */
export const wasDelivered = (context: IWebhookFunctions, fingerprint: string): boolean =>
	memory.knows(triggerOf(context), fingerprint, texts(context.getWorkflowStaticData('node').seen));

/** Frees what this process remembers for a trigger that is switched off; its static data stays. */
export const dropMemory = (context: IHookFunctions): void => memory.drop(triggerOf(context));
