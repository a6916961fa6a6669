import { SharedIds, type RowPlace } from '../identity/sharedIds';
import { legalCase } from '../records/case';
import { client } from '../records/client';
import { tellingRow, type Lead, type LeadRecord } from './lead';

/** Finds leads of one source that are about different people or cases: what stands for the first would be written over. */
export class LeadIds {
	private readonly clients = new SharedIds(client);

	private readonly cases = new SharedIds(legalCase);

	/** @throws ItemFailure with what its row knows */
	check(lead: Lead, place: RowPlace): void {
		const told = ({ change: { values } }: LeadRecord) => ({ id: undefined, values, isSame: lead.policy.sameIdIsSamePerson });
		tellingRow(lead.row, () => {
			this.clients.check(told(lead.client), place);
			this.cases.check(told(lead.case), place);
		});
	}
}
