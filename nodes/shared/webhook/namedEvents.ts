import type { IHookFunctions, INodePropertyOptions, IWebhookFunctions } from 'n8n-workflow';

import { invalidInput } from '../contract/failure';
import { choiceIn } from '../values/reading/choice';
import { shown } from '../values/shown';
import { listIn } from './narrowing';

/** Means every event, if the vendor has such a name. */
export const allEvents = { name: 'All Events', value: '*', action: 'On any event' };

/** Whether an event is among the chosen ones. */
export const isChosen = (events: string[], event: unknown): boolean =>
	events.includes(allEvents.value) || (typeof event === 'string' && events.includes(event));

/** More events and longer names than any vendor has. */
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
 * The chosen or entered events, each by its name; `LinkedIn Message Sent`, as the list shows it, also counts. Vendors
 * have further ones, whose names have no blanks.
 * @param spelled turns a name that is not on the list into the vendor's spelling
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

/** For a trigger without any chosen event. */
export const noEventChosen = () =>
	invalidInput(
		'No event is chosen',
		'Choose at least one in the panel of the trigger, or correct the expression there.',
	);

/** The option for events that the list of a trigger lacks. */
export const OTHER_EVENTS = 'otherEvents';
/** How the user knows that option. */
export const OTHER_EVENTS_LABEL = 'Other Events';

/**
 * The events of the field Events and the option Other Events of a trigger together.
 * @param spelled see `namedEvents`
 * @param field the parameter of the field Events
 * @throws ItemFailure when both are empty, or an entry cannot be the name of an event
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
