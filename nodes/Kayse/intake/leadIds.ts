import type { RecordStatements } from '../../shared/contract/memory';
import { SharedIds } from '../identity/sharedIds';
import { legalCase } from '../records/case';
import { client } from '../records/client';
import { tellingRow, type Lead, type LeadRecord } from './lead';

/** Finds leads with the same source that are about different people or cases: the second would overwrite the first. */
export class LeadIds {
	private readonly clients: SharedIds;

	private readonly cases: SharedIds;

	constructor(statements: RecordStatements) {
		this.clients = new SharedIds(statements, client);
		this.cases = new SharedIds(statements, legalCase);
	}

	/** @throws ItemFailure with the remembered columns of its row */
	check(lead: Lead, index: number): void {
		const told = ({ change: { values } }: LeadRecord) => ({
			id: undefined,
			values,
			isSame: lead.policy.sameIdIsSamePerson,
		});
		tellingRow(lead.row, () => {
			this.clients.check(told(lead.client), index);
			this.cases.check(told(lead.case), index);
		});
	}
}
