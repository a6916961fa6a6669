import type { INodeProperties } from 'n8n-workflow';

import { MAX_AGE, MAX_AGE_LABEL } from './ageLimit';
import { OTHER_EVENTS, OTHER_EVENTS_LABEL } from './namedEvents';

/** Lets only events of these agents start a run; the node offers `getAgents` for it. */
export const agentsFilter: INodeProperties = {
	displayName: 'Agent Names or IDs',
	name: 'agents',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getAgents' },
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};

/** For the Options of a trigger. @param placeholder names of events, as the vendor spells them */
export const otherEventsOption = (placeholder: string): INodeProperties => ({
	displayName: OTHER_EVENTS_LABEL,
	name: OTHER_EVENTS,
	type: 'string',
	default: '',
	placeholder: `e.g. ${placeholder}`,
	description: 'Comma-separated list of events that the list above does not have',
});

/**
 * @param vendor name for the user
 * @param whenToTurnOff one sentence, if there is a reason
 */
export const ignoreDuplicatesOption = (vendor: string, whenToTurnOff?: string): INodeProperties => ({
	displayName: 'Ignore Duplicates',
	name: 'ignoreDuplicates',
	type: 'boolean',
	default: true,
	description: [
		`Whether an event that ${vendor} delivers again starts no second run`,
		...(whenToTurnOff ? [whenToTurnOff] : []),
	].join('. '),
});

/** @param description the effect on an older event, and the default */
export const maxAgeOption = (description: string): INodeProperties => ({
	displayName: MAX_AGE_LABEL,
	name: MAX_AGE,
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 300,
	description,
});
