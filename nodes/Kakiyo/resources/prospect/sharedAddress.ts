import { invalidInput } from '../../../shared/contract/failure';
import type { Tellings } from '../../../shared/contract/memory';
import { placeOf } from '../../../shared/operations/placeOf';
import { agreementOfNames } from '../../../shared/values/names';
import { shown } from '../../../shared/values/shown';
import type { ProspectRow } from './row';

/**
 * Finds two people with one address, as after a paste down a column. An address is sent once, so one of them would be lost.
 */
export const oneNameForEachAddress =
	(tellings: Tellings) =>
	({ name, url }: ProspectRow, index: number): void => {
		const met = tellings.meet(
			{ ids: [url], name: [name] },
			index,
			(other) => agreementOfNames(name, other.name[0]) === 'other',
		);
		if (!met) return;
		throw invalidInput(
			`${placeOf(met)} has the same LinkedIn profile "${url}" and another name, "${shown(met.name[0])}" instead of "${shown(name)}"`,
			'An address belongs to one person, so one of the two would get no message. Correct the address of this item. If both are the same person, use the same name.',
		);
	};
