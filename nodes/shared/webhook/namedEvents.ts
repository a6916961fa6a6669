import type { IHookFunctions, INodePropertyOptions, IWebhookFunctions } from 'n8n-workflow';

import { invalidInput } from '../contract/failure';
import { choiceIn } from '../values/reading/choice';
import { shown } from '../values/shown';
import { listIn } from './narrowing';

/** Stands for every event, of a vendor that has something like it. */
export const allEvents = { name: 'All Events', value: '*', action: 'On any event' };

/** Whether an event is among the chosen ones. */
export const isChosen = (events: string[], event: unknown): boolean =>
	events.includes(allEvents.value) || (typeof event === 'string' && events.includes(event));

/** No vendor has as many events, nor such long names. */
const MOST_EVENTS = 1_000;
const LONGEST_NAME = 200;

/** @throws ItemFailure when these cannot be names of events */
function checkBounds(entries: string[], label: string): void {
	if (entries.length > MOST_EVENTS)
		throw invalidInput(
			`"${label}" has more than ${MOST_EVENTS.toLocaleString('en')} entries, more than a vendor has events`,
			'Enter the names of the events alone, or correct the expression.',
		);
	const long = entries.find((entry) => entry.length > LONGEST_NAME);
	if (long !== undefined)
		throw invalidInput(
			`"${label}" must hold names of events (got "${shown(long)}", which is too long)`,
			'Enter the names of the events alone, with commas between them.',
		);
}

/**
 * The events that were chosen or entered, each by its name: `LinkedIn Message Sent`, as the list shows it, is one, too. Vendors report
 * further ones, whose names have no blanks.
 * @param spelled brings a name that is not on the list into the vendor's spelling
 * @throws ItemFailure when an entry cannot be the name of an event
 */
export function namedEvents(
	entries: string[],
	label: string,
	known: INodePropertyOptions[],
	spelled = (name: string) => name,
): string[] {
	checkBounds(entries, label);
	const named = entries.map((entry) => {
		const event = String(choiceIn(entry, { label, timeZone: '', choices: known }) ?? spelled(entry));
		if (!/\s/.test(event)) return event;
		throw invalidInput(
			`"${label}" must hold events (got "${shown(entry)}")`,
			`Choose from the list, or enter the name as in ${known.at(-1)?.value}.`,
		);
	});
	return [...new Set(named)];
}

export const noEventChosen = () =>
	invalidInput(
		'No event is chosen',
		'Choose at least one in the panel of the trigger, or correct the expression there.',
	);

/** The option with the events that the list of a trigger does not have. */
export const OTHER_EVENTS = 'otherEvents';
export const OTHER_EVENTS_LABEL = 'Other Events';

/**
 * What the field Events and the option Other Events of a trigger hold together.
 * @param spelled see `namedEvents`
 * @param field the parameter behind the field Events
 * @throws ItemFailure when they hold nothing, or an entry cannot be the name of an event
 */
export function eventsChosenIn(
	context: IHookFunctions | IWebhookFunctions,
	known: INodePropertyOptions[],
	{ spelled, field = 'events' }: { spelled?: (name: string) => string; field?: string } = {},
): string[] {
	const events = namedEvents(
		[...listIn(context, field), ...listIn(context, `options.${OTHER_EVENTS}`)],
		'Events',
		known,
		spelled,
	);
	if (events.length === 0) throw noEventChosen();
	return events;
}
