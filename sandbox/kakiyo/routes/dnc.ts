import { routeBuilders } from '../../server/route';
import type { Route } from '../../server/vendor';
import { addBatch, addEntry, checkQuery, listQuery } from '../contract/dnc';
import { invalidRequest, notFound, refuse } from '../errors';
import type { Kakiyo } from '../kakiyo';
import { dncSlug, normalisedUrl } from '../linkedin';
import type { DncEntry } from '../state';

const { plain, withBody, withQuery } = routeBuilders(invalidRequest);

function wrapped(data: unknown, message?: string) {
	return { error: null, data, ...(message === undefined ? {} : { message }) };
}

type Addition = { status: 'added' | 'duplicate'; entry: DncEntry } | { status: 'error' };

/** The Do Not Contact list, which has an envelope, limits and error words of its own. */
export function dncRoutes(kakiyo: Kakiyo): Route[] {
	function lookUp(url: string): { normalised: string; entry: DncEntry | undefined } | undefined {
		const slug = dncSlug(url);
		return slug === undefined
			? undefined
			: { normalised: normalisedUrl(slug), entry: kakiyo.state.dnc.get(normalisedUrl(slug)) };
	}

	function add(url: string): Addition {
		const found = lookUp(url);
		if (!found) return { status: 'error' };
		if (found.entry) return { status: 'duplicate', entry: found.entry };
		const { dnc, ids, teamId } = kakiyo.state;
		const now = kakiyo.clock.iso();
		const entry: DncEntry = { $id: ids.next('dnc'), teamId, url: found.normalised, $createdAt: now, $updatedAt: now };
		dnc.set(entry.url, entry);
		return { status: 'added', entry };
	}

	return [
		withQuery({
			method: 'GET',
			path: '/dnc',
			query: listQuery,
			handle({ query: { limit, offset } }) {
				const entries = [...kakiyo.state.dnc.values()].reverse().slice(offset, offset + limit);
				return wrapped({ entries, total: entries.length, limit, offset });
			},
		}),
		withQuery({
			method: 'GET',
			path: '/dnc/check',
			query: checkQuery,
			handle({ query }) {
				const found = lookUp(query.url);
				if (!found) throw invalidRequest([{ field: 'url', message: 'Not a LinkedIn profile URL' }]);
				return wrapped({ onList: found.entry !== undefined, entry: found.entry ?? null });
			},
		}),
		withBody({
			method: 'POST',
			path: '/dnc',
			body: addEntry,
			status: 201,
			handle({ body }) {
				const addition = add(body.url);
				if (addition.status === 'error') throw refuse(400, 'invalid_url', 'Not a LinkedIn profile URL');
				if (addition.status === 'duplicate')
					throw refuse(409, 'dnc_entry_exists', 'Already on the Do Not Contact list');
				return wrapped(addition.entry, 'Added to Do Not Contact list');
			},
		}),
		withBody({
			method: 'POST',
			path: '/dnc/batch',
			body: addBatch,
			status: 201,
			handle({ body }) {
				const details = body.entries.map(({ url }) => {
					const { status } = add(url);
					return { url, status, ...(status === 'error' ? { error: 'Not a LinkedIn profile URL' } : {}) };
				});
				const count = (status: Addition['status']) => details.filter((detail) => detail.status === status).length;
				const counts = { added: count('added'), duplicates: count('duplicate'), errors: count('error') };
				return wrapped({ ...counts, details }, `${counts.added} of ${details.length} entries added`);
			},
		}),
		plain({
			method: 'DELETE',
			path: '/dnc/:id',
			handle({ params }) {
				const { dnc } = kakiyo.state;
				const entry = [...dnc.values()].find(({ $id }) => $id === params.id);
				if (!entry) throw notFound('DNC entry', 'dnc_not_found');
				dnc.delete(entry.url);
				return wrapped({ message: 'DNC entry deleted successfully' });
			},
		}),
	];
}
