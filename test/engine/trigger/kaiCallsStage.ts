import type { INodeParameters } from 'n8n-workflow';

import { KaiCallsOutreachApi } from '../../../credentials/KaiCallsOutreachApi.credentials';
import { KaiCallsTrigger } from '../../../nodes/KaiCalls/KaiCallsTrigger.node';
import { onStage, TriggerStage } from './stage';

export { itemsOf, outcomeOf } from './stage';

/** The KaiCalls Trigger on a stage. */
export class KaiCallsTriggerStage extends TriggerStage {
	constructor(parameters: INodeParameters) {
		super({
			trigger: () => new KaiCallsTrigger(),
			credential: () => new KaiCallsOutreachApi(),
			account: ({ kaicalls }) => kaicalls,
			parameters,
		});
	}

	/** The sandbox's webhooks. */
	get registered() {
		return this.control.kaiCallsState().webhooks;
	}
}

/** A stage for the tests of one file, fresh for each test. */
export const useKaiCallsStage = (parameters: INodeParameters): KaiCallsTriggerStage =>
	onStage(new KaiCallsTriggerStage(parameters));
