import { sendingFailure, type Failure } from '../contract/failure';
import type { Row } from '../contract/fileRow';
import type { Time } from '../contract/time';

/** What became of one input item: the rows it brought, or why it brought none. */
export type Outcome =
	| { rows: Row[]; failure?: undefined }
	| { rows?: undefined; failure: Failure };

/** One pass of the engine over the items. Retry On Fail makes several passes over the same items. */
export class Attempt {
	readonly started = new Set<number>();

	readonly settled = new Map<number, Outcome>();

	/** Set when a failing item ends the run (On Error = Stop): nothing further is sent. */
	stopped = false;

	private whenIdle: Array<() => void> = [];

	/** @param run the same object for all passes of one run */
	constructor(
		readonly stopOnFailure: boolean,
		readonly run: object = {},
	) {}

	/** An item failed; in Stop mode that ends the run. */
	noteFailure(): void {
		if (this.stopOnFailure) this.stopped = true;
	}

	settle(item: number, outcome: Outcome): void {
		this.settled.set(item, outcome);
		if (!this.isIdle()) return;
		for (const tell of this.whenIdle) tell();
		this.whenIdle = [];
	}

	/** Resolves when every item that was started has its outcome. */
	async idle(): Promise<void> {
		if (!this.isIdle()) await new Promise<void>((resolve) => this.whenIdle.push(resolve));
	}

	private isIdle(): boolean {
		return this.settled.size === this.started.size;
	}
}

/** What the engine can tell about the pass that an item belongs to. */
export interface Pass {
	/** Input items of this pass. */
	total: number;
	/** On Error = Stop Workflow. */
	stopOnFailure: boolean;
	/** Whether the fields of an item that the engine has not started can be read at all. */
	isReadable: (item: number) => boolean;
}

/** An item's work, or what is wrong with its data. */
export type Plan = Failure | ((attempt: Attempt) => Promise<Row[]>);

/**
 * One execution of one node, over all its passes. It remembers what each item achieved, so that a further pass
 * sends only what was refused or never sent.
 */
export class Run {
	private readonly achieved = new Map<number, Outcome>();

	private attempt: Attempt | undefined;

	private checked: Promise<void> | undefined;

	constructor(private readonly time: Time) {}

	/**
	 * Takes an item through the current pass.
	 * @param plan sends what must be sent, called once the run may send and only if the item has no outcome yet; or
	 * what is wrong with the item's own data
	 */
	async perform(item: number, pass: Pass, plan: Plan): Promise<{ outcome: Outcome; attempt: Attempt }> {
		const attempt = this.join(item, pass);
		const known = this.achieved.get(item);
		const outcome = known ?? (await this.achieve(attempt, pass, plan));
		if (outcome.rows || outcome.failure.kind === 'unknown') this.achieved.set(item, outcome);
		if (outcome.failure) attempt.noteFailure();
		attempt.settle(item, outcome);
		return { outcome, attempt };
	}

	/** The engine starts every item once in a pass; one that comes again opens the next pass. */
	private join(item: number, { stopOnFailure }: Pass): Attempt {
		if (!this.attempt || this.attempt.started.has(item)) {
			this.attempt = new Attempt(stopOnFailure, this);
			this.checked = undefined;
		}
		this.attempt.started.add(item);
		return this.attempt;
	}

	private async achieve(attempt: Attempt, pass: Pass, plan: Plan): Promise<Outcome> {
		if (typeof plan !== 'function') {
			attempt.noteFailure();
			return { failure: plan };
		}
		this.checked ??= this.checkTheRest(attempt, pass);
		await this.checked;
		if (attempt.stopped) return { failure: skippedByStop };
		try {
			return { rows: await plan(attempt) };
		} catch (error) {
			return { failure: sendingFailure(error) };
		}
	}

	/**
	 * The engine starts all items in one tick, and breaks off there at an item whose expressions do not resolve,
	 * with the items before it started and nobody left to hear of them. So let the tick end, and in Stop mode send nothing
	 * unless the items that did not start are readable (an engine that starts items one by one).
	 */
	private async checkTheRest(attempt: Attempt, { total, stopOnFailure, isReadable }: Pass): Promise<void> {
		await this.time.sleep(0);
		if (!stopOnFailure) return;
		for (let item = 0; item < total; item++) {
			if (!attempt.started.has(item) && !isReadable(item)) attempt.stopped = true;
		}
	}
}

const skippedByStop: Failure = {
	kind: 'skipped',
	message: 'Not sent: another item ended the run',
	description: 'Nothing happened for this item. Run it again.',
};
