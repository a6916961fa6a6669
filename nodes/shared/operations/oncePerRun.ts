import type { Run } from '../contract/run';

/**
 * A value that all items of a run need and that is read once for it; a failed reading is not tried again for each item.
 */
export class OncePerRun<T> {
	private readonly known = new WeakMap<Run, Map<string, Promise<T>>>();

	/** @param what which of several values of a run */
	async of(run: Run, what: string, read: () => Promise<T>): Promise<T> {
		const ofRun = this.known.get(run) ?? new Map<string, Promise<T>>();
		this.known.set(run, ofRun);
		const reading = ofRun.get(what) ?? read();
		ofRun.set(what, reading);
		return await reading;
	}
}
