import type { INodePropertyOptions } from 'n8n-workflow';

import { invalidInput } from '../contract/failure';
import { choiceIn } from '../values/reading/choice';
import { shown } from '../values/shown';

/**
 * The events that were chosen or entered, each by its name: `LinkedIn Message Sent`, as the list shows it, is one, too. Vendors report
 * further ones, whose names have no blanks.
 * @throws ItemFailure when an entry cannot be the name of an event
 */
export function namedEvents(entries: string[], label: string, known: INodePropertyOptions[]): string[] {
	const named = entries.map((entry) => {
		const event = String(choiceIn(entry, { label, timeZone: '', choices: known }) ?? entry);
		if (!/\s/.test(event)) return event;
		throw invalidInput(`"${label}" has "${shown(entry)}", which is no event`, 'Choose from the list, or enter the name as in call.completed.');
	});
	return [...new Set(named)];
}
