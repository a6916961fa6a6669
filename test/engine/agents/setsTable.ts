import { rowWith } from '../../support/pageTable';
import { APPROVED_FIRST, NOT_FOR_MODELS, RECOMMENDED } from './recommended';

/** The table of docs/agents.md: which operations to give a model. */
export const setsTable = (vendors: string[]): string =>
	[
		rowWith(['Vendor', 'Freely', 'With approval', 'Never']),
		'|---|---|---|---|',
		...vendors.map((vendor) => {
			const approved = APPROVED_FIRST[vendor] ?? [];
			const freely = (RECOMMENDED[vendor] ?? []).filter((at) => !approved.includes(at));
			return rowWith([vendor, ...[freely, approved, NOT_FOR_MODELS[vendor] ?? []].map((some) => some.join(', '))]);
		}),
	].join('\n');
