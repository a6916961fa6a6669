import type { Failure } from '../../shared/contract/failure';
import type { Lead } from './lead';
import type { Steps } from './step';

/** A lead on its way: the steps that are done, and why it ended if it did. */
export interface Progress {
	lead: Lead;
	steps: Steps;
	failure?: Failure;
}
