import { KaiCallsOutreachApi } from '../../credentials/KaiCallsOutreachApi.credentials';
import { KaiCalls } from '../../nodes/KaiCalls/KaiCalls.node';
import { Bench, onBench } from './bench';

/** The KaiCalls node on a bench. */
export class KaiCallsBench extends Bench {
	constructor() {
		super({
			node: () => new KaiCalls(),
			credential: () => new KaiCallsOutreachApi(),
			account: ({ kaicalls }) => kaicalls,
		});
	}

	get state() {
		return this.control.kaiCallsState();
	}

	/** How many times each phone was rung, by the sandbox's own count. */
	timesRung(): number[] {
		return Object.values(this.control.callsPlaced());
	}
}

/** A bench for the tests of one file, fresh for each test. */
export const useKaiCallsBench = (): KaiCallsBench => onBench(new KaiCallsBench());
