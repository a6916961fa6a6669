import { createHash } from 'node:crypto';
import type { FunctionsBase, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Events remembered for each trigger: days of a busy account, in 80 kB of static data. */
const CAPACITY = 10_000;

/**
 * How many characters of a hash are kept: 48 bits, so that two of so many events are confused once in billions of
 * deliveries.
 */
const KEPT = 8;

const EACH_KEPT = new RegExp(`.{${KEPT}}`, 'g');

const keptOf = (fingerprint: string): string =>
	createHash('sha256').update(fingerprint).digest('base64url').slice(0, KEPT);

/**
 * Which events have started a run, by trigger. Of two deliveries at the same moment only one is admitted, because check
 * and note are one synchronous step. The workflow's static data adds the facts that this process cannot know (its past,
 * and other processes in queue mode): `stored` in, `recent` out.
 */
export class DuplicateMemory {
	private readonly byTrigger = new Map<string, Set<string>>();

	/** Notes that static data may still have, although no run was stored for them. */
	private readonly withdrawn = new Map<string, Set<string>>();

	constructor(private readonly capacity = CAPACITY) {}

	/** Whether this delivery is the first of its event; it is noted at once. */
	admit(trigger: string, event: string, stored: readonly string[]): boolean {
		const withdrawn = this.withdrawn.get(trigger);
		const valid = withdrawn ? stored.filter((noted) => !withdrawn.has(noted)) : stored;
		const known = new Set([...valid, ...(this.byTrigger.get(trigger) ?? [])]);
		const isFirst = !known.has(event);
		known.add(event);
		withdrawn?.delete(event);
		this.byTrigger.set(trigger, new Set([...known].slice(-this.capacity)));
		return isFirst;
	}

	/** The event may start a run again. */
	withdraw(trigger: string, event: string): void {
		this.byTrigger.get(trigger)?.delete(event);
		this.withdrawn.set(trigger, (this.withdrawn.get(trigger) ?? new Set()).add(event));
	}

	/** Whether such an event was admitted before. */
	knows(trigger: string, event: string, stored: readonly string[]): boolean {
		const isStored = stored.includes(event) && !this.withdrawn.get(trigger)?.has(event);
		return isStored || (this.byTrigger.get(trigger)?.has(event) ?? false);
	}

	/** The notes of the trigger, oldest first. */
	recent(trigger: string): string[] {
		return [...(this.byTrigger.get(trigger) ?? [])];
	}

	/** The trigger was removed. */
	drop(trigger: string): void {
		this.byTrigger.delete(trigger);
		this.withdrawn.delete(trigger);
	}
}

const memory = new DuplicateMemory();

/** One trigger node of this n8n. */
export const triggerOf = (context: Pick<FunctionsBase, 'getNode' | 'getWorkflow'>): string =>
	JSON.stringify([context.getWorkflow().id, context.getNode().id]);

/** Hashes of equal length, one after another. */
const storedIn = (seen: unknown): string[] => (typeof seen === 'string' ? (seen.match(EACH_KEPT) ?? []) : []);

/** The note that an event has started a run. */
export interface DeliveryNote {
	/** Writes it into static data again. */
	save(): void;
	/** For a run that n8n could not store: another delivery of the event may start one. */
	withdraw(): void;
}

/**
 * Notes the first delivery with this fingerprint. Its repetitions are known in this process and, through the static
 * data that n8n saves with each delivery, after a restart.
 * @param fingerprint identifies the event, of any length
 * @returns undefined for a repetition
 */
export function noteFirstDelivery(context: IWebhookFunctions, fingerprint: string): DeliveryNote | undefined {
	const trigger = triggerOf(context);
	const data = context.getWorkflowStaticData('node');
	const event = keptOf(fingerprint);
	if (!memory.admit(trigger, event, storedIn(data.seen))) return undefined;
	const save = () => {
		data.seen = memory.recent(trigger).join('');
	};
	save();
	return { save, withdraw: () => memory.withdraw(trigger, event) };
}

/** Whether it has already started a run, for a caller that does not want to process it again; does not note it. */
export const wasDelivered = (context: IWebhookFunctions, fingerprint: string): boolean =>
	memory.knows(triggerOf(context), keptOf(fingerprint), storedIn(context.getWorkflowStaticData('node').seen));

/** Removes this process's notes of a trigger that is switched off; its static data stays. */
export const dropMemory = (context: IHookFunctions): void => memory.drop(triggerOf(context));
