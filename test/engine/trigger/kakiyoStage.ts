import { KakiyoOutreachApi } from '../../../credentials/KakiyoOutreachApi.credentials';
import { KakiyoTrigger } from '../../../nodes/Kakiyo/KakiyoTrigger.node';
import { onStage, TriggerStage } from './stage';

/** The Kakiyo Trigger on a stage. */
class KakiyoTriggerStage extends TriggerStage {
	constructor() {
		super({
			trigger: () => new KakiyoTrigger(),
			credential: () => new KakiyoOutreachApi(),
			account: ({ kakiyo }) => kakiyo,
			parameters: { events: ['linkedin.message.received'], simplify: false },
		});
	}

	/** The sandbox's webhooks. */
	get registered() {
		return this.control.kakiyoState().webhooks;
	}
}

/** A stage for the tests of one file, fresh for each test. */
export const useKakiyoStage = (): KakiyoTriggerStage => onStage(new KakiyoTriggerStage());
