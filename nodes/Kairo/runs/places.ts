import type { Time } from '../../shared/contract/time';

/** Longest pause between two looks at who has been cancelled. */
const NAP_MS = 200;

/** Somebody who waits for a place. */
interface Waiting {
	max: number;
	cancelled: () => boolean;
	settle: (admitted: boolean) => void;
}

/** The places for runs that one account has: first come, first served, each on its own condition. */
export class Places {
	private taken = 0;

	private line: Waiting[] = [];

	private isServing = false;

	private freedPlace: () => void = () => {};

	constructor(private readonly time: Time) {}

	/**
	 * Waits until fewer than `max` places are taken. Whoever gets one must call `leave`.
	 * @returns false when `cancelled` turned true first
	 */
	async enter(max: number, cancelled: () => boolean): Promise<boolean> {
		return await new Promise((settle) => {
			this.line.push({ max, cancelled, settle });
			void this.serve();
		});
	}

	leave(): void {
		this.taken -= 1;
		this.freedPlace();
	}

	private async serve(): Promise<void> {
		if (this.isServing) return;
		this.isServing = true;
		for (let first = this.firstInLine(); first; first = this.firstInLine()) {
			if (this.taken < first.max) {
				this.line.shift();
				this.taken += 1;
				first.settle(true);
			} else {
				const freed = new Promise<void>((resolve) => (this.freedPlace = resolve));
				await Promise.race([freed, this.time.sleep(NAP_MS)]);
			}
		}
		this.isServing = false;
	}

	/** The front of the line, once everybody who was cancelled has left it. */
	private firstInLine(): Waiting | undefined {
		const stays: Waiting[] = [];
		for (const waiting of this.line) {
			if (waiting.cancelled()) waiting.settle(false);
			else stays.push(waiting);
		}
		this.line = stays;
		return this.line[0];
	}
}

const placesByAccount = new Map<string, Places>();

/** The places of an account in this process, shared by every node and execution. */
export function placesOf(account: string, time: Time): Places {
	const places = placesByAccount.get(account) ?? new Places(time);
	placesByAccount.set(account, places);
	return places;
}
