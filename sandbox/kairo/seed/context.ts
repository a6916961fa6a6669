import { day } from '../../tools/seedTools';
import type { Ids } from '../ids';
import type { ContextWindow, Document, Source } from '../state';

const sources = [
	{ key: 'crm', name: 'CRM', type: 'database' },
	{ key: 'handbook', name: 'Handbook', type: 'files' },
	{ key: 'website', name: 'Website', type: 'web' },
] as const;

const texts: ReadonlyArray<readonly [string, string]> = [
	['Harbor Law', 'Harbor Law asked for a renewal in March.'],
	['Lakeside Dental', 'Lakeside Dental has two locations.'],
	['Refunds', 'A refund takes five days.'],
	['Holidays', 'The office is closed on public holidays.'],
	['Pricing', 'Every plan can be cancelled monthly; a refund is possible.'],
];

/** The sources of a fresh account. */
export function seedSources(ids: Ids): Source[] {
	return sources.map((source, index) => {
		const moment = Date.parse(day(index, 6));
		return { id: ids.next('src'), ...source, config: {}, rest: {}, created_at: moment, refreshed_at: moment };
	});
}

/** Two documents for each source, one for the last. */
export function seedDocuments(ids: Ids, owners: readonly Source[]): Document[] {
	return texts.map(([title, content], index) => ({
		id: ids.next('doc'),
		source_id: owners[Math.floor(index / 2)]?.id ?? '',
		title,
		content,
		url: null,
		metadata: {},
		created_at: Date.parse(day(4, index)),
	}));
}

/** The context windows of a fresh account. */
export function seedWindows(ids: Ids, documents: readonly Document[]): ContextWindow[] {
	return [
		{
			id: ids.next('win'),
			query: 'refund',
			document_ids: documents.filter(({ content }) => content?.includes('refund')).map(({ id }) => id),
			created_at: Date.parse(day(9)),
		},
	];
}
