import { KakiyoOutreachApi } from '../../credentials/KakiyoOutreachApi.credentials';
import { Kakiyo } from '../../nodes/Kakiyo/Kakiyo.node';
import { Bench, byId, onBench } from './bench';

export { byId } from './bench';

/** The Kakiyo node on a bench. */
export class KakiyoBench extends Bench {
	constructor() {
		super({
			node: () => new Kakiyo(),
			credential: () => new KakiyoOutreachApi(),
			account: ({ kakiyo }) => kakiyo,
		});
	}

	/** Rows that the sandbox accepted into campaigns, every repetition counted. */
	acceptedRows(): number {
		const campaigns = Object.values(this.control.prospectsAdded());
		return campaigns.flatMap((rows) => Object.values(rows)).reduce((sum, times) => sum + times, 0);
	}

	/** The most often that one person was accepted into one campaign. */
	mostRepeated(): number {
		const campaigns = Object.values(this.control.prospectsAdded());
		return Math.max(0, ...campaigns.flatMap((rows) => Object.values(rows)));
	}
}

/** A bench for the tests of one file, fresh for each test. */
export const useKakiyoBench = (): KakiyoBench => onBench(new KakiyoBench());

export const addProspects = {
	resource: 'prospect',
	operation: 'add',
	campaignId: byId('campaign_001'),
};

/** Rows of people whom the sandbox does not know yet. */
export const people = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => ({
		name: `Person ${from + index}`,
		url: `https://www.linkedin.com/in/new-person-${from + index}/`,
	}));
