import { invalidInput } from '../../../shared/contract/failure';
import type { RecordStatements } from '../../../shared/contract/memory';
import { earlierItem } from '../../../shared/operations/earlierItem';
import { agreementOfNames } from '../../../shared/values/names';
import { shown } from '../../../shared/values/shown';
import type { ProspectRow } from './row';

/**
 * Finds people of another name at an address that was met before, as when it was pasted down a column. One of them would be lost, as an
 * address is sent once.
 */
export const oneNameForEachAddress =
	(statements: RecordStatements) =>
	({ name, url }: ProspectRow, index: number): void => {
		const met = statements.meet(
			{ ids: [url], name: [name] },
			index,
			(other) => agreementOfNames(name, other.name[0]) === 'other',
		);
		if (!met) return;
		throw invalidInput(
			`${earlierItem(met)} has the same LinkedIn profile "${url}" and another name, "${shown(met.name[0])}" instead of "${shown(name)}"`,
			'An address leads to one person, so one of the two would not be contacted. Correct the address of this item. If both are the same person, give both the same name.',
		);
	};
