import type { INodeProperties } from 'n8n-workflow';

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

/** The events that the vendor can report; the node offers `getEvents` for it. */
export const eventNamesField: INodeProperties = {
	displayName: 'Event Names or IDs',
	name: 'events',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getEvents' },
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};

/** @param placeholder names of events, as the vendor spells them */
export const customEventsField = (placeholder: string): INodeProperties => ({
	displayName: 'Custom Event Names',
	name: 'customEvents',
	type: 'string',
	default: '',
	placeholder: `e.g. ${placeholder}`,
	description: 'Comma-separated list of further events, for those that the list does not offer',
});

/** @param vendor as the user knows it; @param whenToTurnOff one sentence, where there is a reason */
export const ignoreDuplicatesOption = (vendor: string, whenToTurnOff?: string): INodeProperties => ({
	displayName: 'Ignore Duplicates',
	name: 'ignoreDuplicates',
	type: 'boolean',
	default: true,
	description: [`Whether an event that ${vendor} delivers again starts no second run`, ...(whenToTurnOff ? [whenToTurnOff] : [])].join('. '),
});
