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
