import type { INodeProperties, INodeType } from 'n8n-workflow';

import { fieldsOf, noticeOf, offeredBy } from '../../engine/description';
import { VENDORS } from '../../support/vendors';

interface Panel {
	at: string;
	description: string;
	notice: string;
	/** Labels of the fields that stand open when the operation is chosen. */
	open: string[];
	/** Labels of the fields that must be filled in. */
	required: string[];
}

const NOT_IN_WORKFLOW = '@tool';

const isOpen = ({ type, displayOptions: { show = {} } = {} }: INodeProperties): boolean =>
	!['notice', 'hidden', 'collection'].includes(type) && show[NOT_IN_WORKFLOW] === undefined;

/** The panels of a node's operations, as a workflow shows them. */
const panelsOf = (node: INodeType): Panel[] =>
	offeredBy(node).operations.map(({ at, resource, option }) => {
		const fields = fieldsOf(node, resource, option.value).filter(isOpen);
		const labels = (those: INodeProperties[]) => [...new Set(those.map(({ displayName }) => displayName))];
		return {
			at,
			description: option.description ?? '',
			notice: noticeOf(node, resource, option.value),
			open: labels(fields),
			required: labels(fields.filter(({ required }) => required === true)),
		};
	});

const row = (cells: Array<string | number>): string => `| ${cells.join(' | ')} |`.replace(/ {2,}/g, ' ');

const tableOf = (panels: Panel[]): string =>
	[
		row(['Operation', 'Description', 'Characters', 'Notice', 'Fields outside collections']),
		'|---|---|---|---|---|',
		...panels.map(({ at, description, notice, open, required }) =>
			row([
				at,
				description,
				description.length,
				notice,
				open.map((label) => (required.includes(label) ? `**${label}**` : label)).join(', '),
			]),
		),
	].join('\n');

/** docs/panels.md. */
export const panelsPage = (): string =>
	[
		'# What a person reads in the panel of an operation',
		'`npm run docs` makes this page from the definitions. The description stands in the list of operations, the notice above the fields once the operation is chosen. A field in bold must be filled in; one that depends on another field is named too. Fields in collections, such as Options, are not named.',
		...VENDORS.flatMap(({ name, node }) => [`## ${name}`, tableOf(panelsOf(node()))]),
	].join('\n\n') + '\n';
