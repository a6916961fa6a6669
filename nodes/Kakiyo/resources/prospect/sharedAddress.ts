import { invalidInput } from '../../../shared/contract/failure';
import type { RecordStatements } from '../../../shared/contract/memory';
import { earlierItem } from '../../../shared/operations/earlierItem';
import { agreementOfNames } from '../../../shared/values/names';
import { shown } from '../../../shared/values/shown';
import type { ProspectRow } from './row';

/**
 * Finds two people with the same address, for example after a paste down a column. An address is sent only once, so one
 * of them would be lost.
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
			'An address belongs to one person, so one of the two would get no message. Correct the address of this item. If both are the same person, use the same name.',
		);
	};
