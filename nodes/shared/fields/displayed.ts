import type { INodeProperties } from 'n8n-workflow';

/** n8n's conditions for showing a field. */
export type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

/**
 * The fields, with these conditions in addition to their own. Replaces n8n's `updateDisplayOptions`, which takes half
 * the loading time of a node.
 */
export const shownFor = (show: Show, fields: INodeProperties[]): INodeProperties[] =>
	fields.map((field) => ({
		...field,
		displayOptions: { ...field.displayOptions, show: { ...field.displayOptions?.show, ...show } },
	}));
