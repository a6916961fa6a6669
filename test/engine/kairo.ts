import type { INodeParameters } from 'n8n-workflow';

import { KairoOutreachApi } from '../../credentials/KairoOutreachApi.credentials';
import { Kairo } from '../../nodes/Kairo/Kairo.node';
import type { CategoryName } from '../../nodes/Kairo/endpoints';
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

	/** Makes KAIRO serve only the endpoints of its documentation. */
	serveOnlyDocumented(unservedStatus: 404 | 405 = 404): void {
		this.control.configureKairo({ served: ['documented'], unservedStatus });
	}
}

const SEEDED_RUNS = 24;

/** An API Request; each category has names of its own for method and path. */
export const apiRequest = (
	resource: CategoryName,
	{ method = 'GET', path = '', ...fields }: INodeParameters = {},
): INodeParameters => ({
	resource,
	operation: 'apiRequest',
	[`${resource}Method`]: method,
	[`${resource}Path`]: path,
	...fields,
});

/** A bench for the tests of one file, fresh for each test. */
export const useKairoBench = (): KairoBench => onBench(new KairoBench());
