import type { INodeProperties } from 'n8n-workflow';

/** n8n's conditions under which a field is shown. */
export type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

/** The fields, shown under these conditions besides their own. As n8n's `updateDisplayOptions`, which costs half the loading time of a node. */
export const shownFor = (show: Show, fields: INodeProperties[]): INodeProperties[] =>
	fields.map((field) => ({
		...field,
		displayOptions: { ...field.displayOptions, show: { ...field.displayOptions?.show, ...show } },
	}));
