import { changed } from '../answers';
import { pageQuery } from '../contract/common';
import { createSource, ingestDocument, queryContext, sourcesQuery, updateSource } from '../contract/context';
import { conflict } from '../errors';
import type { Kairo } from '../kairo';
import { list } from '../lists';
import type { ContextWindow, Document, Source } from '../state';
import { shownDocument, shownSource, shownWindow } from '../views';
import { buildersOf, type Handlers } from './builders';
import { record } from './records';
import { sourceNamed } from './sources';

/** A key for a source that was given a name only. */
function keyFor(name: string): string {
	return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_');
}

/** The endpoints of context. */
export function contextHandlers(kairo: Kairo): Handlers<'context'> {
	const { plain, withBody, withQuery } = buildersOf(kairo);
	const sourceOf = ({ sourceId }: Readonly<Record<string, string>>) =>
		record(kairo, kairo.state.sources, 'source', sourceId);

	/** 409 when another source has the key. */
	function requireFree(key: string, owner?: Source): void {
		const taken = [...kairo.state.sources.values()].some((source) => source.key === key && source !== owner);
		if (taken) throw conflict(kairo, `There is a source with the key ${key}`);
	}

	return {
		createSource: (at) =>
			withBody({
				...at,
				status: 201,
				body: createSource,
				handle({ body: { key: givenKey, name, type, config, ...rest } }) {
					const key = givenKey ?? keyFor(name ?? '');
					requireFree(key);
					const { sources, ids } = kairo.state;
					const now = kairo.clock.now();
					const source: Source = {
						id: ids.next('src'),
						key,
						name: name ?? key,
						type,
						config,
						rest,
						created_at: now,
						refreshed_at: now,
					};
					sources.set(source.id, source);
					return shownSource(kairo, source);
				},
			}),
		getSources: (at) =>
			withQuery({
				...at,
				query: sourcesQuery,
				handle({ query: { type, ...page } }) {
					const rows = [...kairo.state.sources.values()].filter((source) => type === undefined || source.type === type);
					return list(
						kairo,
						'sources',
						rows.map((source) => shownSource(kairo, source)),
						page,
					);
				},
			}),
		getSource: (at) => plain({ ...at, handle: ({ params }) => shownSource(kairo, sourceOf(params)) }),
		updateSource: (at) =>
			withBody({
				...at,
				body: updateSource,
				handle({ params, body: { key, name, type, config, ...rest } }) {
					const source = sourceOf(params);
					if (key !== undefined) requireFree(key, source);
					source.key = key ?? source.key;
					source.name = name ?? source.name;
					source.type = type ?? source.type;
					source.config = config ?? source.config;
					source.rest = { ...source.rest, ...rest };
					return changed(kairo, shownSource(kairo, source));
				},
			}),
		ingestDocument: (at) =>
			withBody({
				...at,
				status: 201,
				body: ingestDocument,
				handle({ params, body: { title, content = null, url = null, metadata } }) {
					const { id: source_id } = sourceOf(params);
					const { documents, ids } = kairo.state;
					const document: Document = {
						id: ids.next('doc'),
						source_id,
						title,
						content,
						url,
						metadata,
						created_at: kairo.clock.now(),
					};
					documents.set(document.id, document);
					return shownDocument(document);
				},
			}),
		getDocuments: (at) =>
			withQuery({
				...at,
				query: pageQuery,
				handle({ params, query }) {
					const { id } = sourceOf(params);
					const rows = [...kairo.state.documents.values()].filter(({ source_id }) => source_id === id);
					return list(kairo, 'documents', rows.map(shownDocument), query);
				},
			}),
		query: (at) =>
			withBody({
				...at,
				body: queryContext,
				handle({ body: { query, sources, top_k } }) {
					const { documents, windows, ids } = kairo.state;
					const wanted = sources && new Set(sources.map((name) => sourceNamed(kairo, name).id));
					const matches = [...documents.values()]
						.filter(({ source_id }) => !wanted || wanted.has(source_id))
						.filter(({ title, content }) => `${title}\n${content ?? ''}`.toLowerCase().includes(query.toLowerCase()))
						.slice(0, top_k);
					const window: ContextWindow = {
						id: ids.next('win'),
						query,
						document_ids: matches.map(({ id }) => id),
						created_at: kairo.clock.now(),
					};
					windows.set(window.id, window);
					const shown = matches.map(({ id: document_id, source_id, title, content }) => ({
						document_id,
						source_id,
						title,
						text: content ?? title,
					}));
					return { window_id: window.id, matches: shown };
				},
			}),
		refreshSource: (at) =>
			plain({
				...at,
				handle({ params }) {
					const source = sourceOf(params);
					source.refreshed_at = kairo.clock.now();
					return changed(kairo, shownSource(kairo, source));
				},
			}),
		getWindow: (at) =>
			plain({
				...at,
				handle: ({ params }) => shownWindow(record(kairo, kairo.state.windows, 'context window', params['windowId'])),
			}),
	};
}
