import type { Failure } from '../../shared/contract/failure';
import type { ApiClient } from '../../shared/contract/operation';
import type { Lead } from './lead';
import type { Steps } from './step';

/** The progress of a lead: the finished steps, and the failure if there is one. */
export interface Progress {
	lead: Lead;
	/** Sends the requests of this lead. */
	api: ApiClient;
	steps: Steps;
	failure?: Failure;
}
