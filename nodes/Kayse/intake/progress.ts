import type { Failure } from '../../shared/contract/failure';
import type { ApiClient } from '../../shared/contract/operation';
import type { Lead } from './lead';
import type { Steps } from './step';

/** A lead on its way: the steps that are done, and why it ended if it did. */
export interface Progress {
	lead: Lead;
	/** For requests that are about this lead alone. */
	api: ApiClient;
	steps: Steps;
	failure?: Failure;
}
