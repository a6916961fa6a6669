import { KairoOutreachApi } from '../../credentials/KairoOutreachApi.credentials';
import { Kairo } from '../../nodes/Kairo/Kairo.node';
import { Bench, onBench } from './bench';

/** The KAIRO node on a bench. */
export class KairoBench extends Bench {
	constructor() {
		super({
			node: () => new Kairo(),
			credential: () => new KairoOutreachApi(),
			account: ({ kairo }) => kairo,
		});
	}

	get state() {
		return this.control.kairoState();
	}

	/** Runs that the sandbox has started since the reset, on top of those of the seed. */
	startedRuns() {
		return this.state.runs.slice(SEEDED_RUNS);
	}

	/** KAIRO as it is if it has nothing but what it prints. */
	serveOnlyDocumented(unservedStatus: 404 | 405 = 404): void {
		this.control.configureKairo({ served: ['documented'], unservedStatus });
	}
}

const SEEDED_RUNS = 24;

/** A bench for the tests of one file, fresh for each test. */
export const useKairoBench = (): KairoBench => onBench(new KairoBench());
