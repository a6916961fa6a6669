import type { Time } from '../contract/time';

/** Longest piece of work without a pause, in ms: n8n serves webhooks and the editor in the pauses. */
const SLICE_MS = 20;

/** Lets n8n do other work now and then during a long loop. */
export class Yielding {
	private until: number;

	constructor(private readonly time: Time) {
		this.until = time.now() + SLICE_MS;
	}

	/** Call this in every turn of a loop; it costs nothing until a pause is due. */
	async pause(): Promise<void> {
		if (this.time.now() < this.until) return;
		await this.time.sleep(0);
		this.until = this.time.now() + SLICE_MS;
	}
}
