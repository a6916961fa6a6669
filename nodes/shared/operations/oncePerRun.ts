import type { Run } from '../contract/run';

/** What all items of a run need and is read once for it; what could not be read is not tried for each item anew. */
export class OncePerRun<T> {
	private readonly known = new WeakMap<Run, Map<string, Promise<T>>>();

	/** @param what of several that a run reads */
	async of(run: Run, what: string, read: () => Promise<T>): Promise<T> {
		const ofRun = this.known.get(run) ?? new Map<string, Promise<T>>();
		this.known.set(run, ofRun);
		const reading = ofRun.get(what) ?? read();
		ofRun.set(what, reading);
		return await reading;
	}
}
