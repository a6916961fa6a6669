import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

import { listedIn, type Lookup } from '../paging/lookup';

/** A mode to enter a value that is not chosen from the list. */
interface Entered {
	/** As in "By ID". */
	by: string;
	/** The mode's name in saved workflows. */
	mode: string;
	/** Placeholder, without the "e.g. ". */
	example: string;
}

interface Locator {
	displayName: string;
	name: string;
	description?: string;
	/** Name of the node's `listSearch` method, and the list that it offers. */
	searchListMethod: string;
	lookup: Lookup;
	/** Placeholder of By ID, without the "e.g. "; or another mode instead of it. */
	example: string | Entered;
	/** Further ways to enter it, such as by URL. */
	alternatives?: Entered[];
}

const TEXT: Pick<INodePropertyMode, 'type'> = { type: 'string' };

const enteredMode = ({ by, mode, example }: Entered): INodePropertyMode => ({
	...TEXT,
	displayName: `By ${by}`,
	name: mode,
	placeholder: `e.g. ${example}`,
});

/** An id, chosen from a searchable list or entered. */
export const locator = ({
	displayName,
	name,
	description,
	searchListMethod,
	lookup,
	example,
	alternatives = [],
}: Locator): INodeProperties =>
	listedIn(lookup, {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		...(description !== undefined && { description }),
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			...alternatives.map(enteredMode),
			enteredMode(typeof example === 'string' ? { by: 'ID', mode: 'id', example } : example),
		],
	});

/** A locator among optional fields, where nothing needs to be chosen. */
export function optionalLocator({ required: _required, ...field }: INodeProperties): INodeProperties {
	return field;
}
