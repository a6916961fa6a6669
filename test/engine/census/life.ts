import { deferred } from '../../../nodes/shared/values/deferred';

/** Where a node waits for the world, or asks it: each time is a point at which a run may break. */
export type Place = 'parameters' | 'credential' | 'execution' | 'clock' | `${'store' | 'http'} ${'before' | 'after'}`;

/**
 * - `throw`: one use of the port fails;
 * - `outage`: n8n's database is gone from there on, until the process ends;
 * - `stop`: Stop is pressed, and n8n stores the execution when the node has ended;
 * - `stop, stored at once`: the same, but n8n does not wait for the node;
 * - `death`: nothing runs after it.
 */
export const FAULT_KINDS = ['throw', 'outage', 'stop', 'stop, stored at once', 'death'] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
	/** The how manieth place that is reached, from 1. */
	at: number;
	kind: FaultKind;
}

/** n8n’s `sleep` cannot fail. */
const mayThrow = (place: Place): boolean => place !== 'clock';

/** One process of n8n, from its start to its end or to the fault that ends it. */
export class Life {
	private readonly places: Place[] = [];

	private end: 'stop' | 'death' | undefined;

	private hasStruck = false;

	private readonly ending = deferred<void>();

	/** @param onStop when Stop is pressed */
	constructor(
		private fault?: Fault,
		private readonly onStop: () => void = () => {},
	) {}

	/** The places that were reached, in order. */
	get reached(): readonly Place[] {
		return this.places;
	}

	get isStopped(): boolean {
		return this.end !== undefined;
	}

	get isDead(): boolean {
		return this.end === 'death';
	}

	/** A fault has struck since it last recovered. */
	get isBroken(): boolean {
		return this.hasStruck;
	}

	/** Resolves when Stop is pressed or the process dies. */
	get over(): Promise<void> {
		return this.ending.promise;
	}

	/**
	 * Each use of a port calls this. The code of a dead process runs to its end here, but every port is closed to it.
	 * @returns whether the port must fail
	 */
	reach(place: Place): boolean {
		if (this.isDead) return true;
		this.places.push(place);
		const { at = Infinity, kind } = this.fault ?? {};
		const number = this.places.length;
		if (kind === 'outage') return this.strikes(number >= at && place.startsWith('store'));
		if (number !== at) return false;
		if (kind === 'throw') return this.strikes(mayThrow(place));
		this.hasStruck = true;
		this.end = kind === 'death' ? 'death' : 'stop';
		this.ending.resolve();
		if (kind === 'death') return true;
		this.onStop();
		return false;
	}

	/** The fault is over; n8n goes on in the same process. */
	recover(): void {
		this.fault = undefined;
		this.hasStruck = false;
	}

	private strikes(isHere: boolean): boolean {
		this.hasStruck ||= isHere;
		return isHere;
	}
}
