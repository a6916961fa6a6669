import { invalidInput } from '../../shared/contract/failure';
import { rowsOf } from '../../shared/values/rows';
import { FIELDS } from '../../shared/fields/mapped';
import { whatIsMapped } from '../mapping';
import { readChange } from '../fields/change';
import type { RecordKind } from '../records/record';
import { routing } from '../vendor';
import { checkComplete, createBody } from '../write';
import { sourceOf, nameIn } from './sameRecord';

/** One record for each item, and never the same one twice in a run. */
export const createRecord = (kind: RecordKind) =>
	routing.batch<Record<string, unknown>, Record<string, never>>({
		max: 1,
		lookUp: kind.lookUp,
		target: () => ({}),
		row(item) {
			const body = createBody(readChange(item, kind));
			checkComplete(kind, body, whatIsMapped(item, FIELDS));
			kind.check?.(body, false);
			return body;
		},
		reaches: (body) => sourceOf(body) ?? body.name,
		subject: (body) => nameIn(kind, body),
		keyOf: (body) => JSON.stringify(body),
		recordOf: sourceOf,
		async complete(body, earlier) {
			if (!earlier) return body;
			throw invalidInput(
				`An earlier item has already created the ${kind.singular} with this External Source and External Source ID`,
				'Merge the rows before this node, or use Create or Update.',
			);
		},
		request: (_, [body]) => ({ request: { method: 'POST', path: kind.path, query: {}, body } }),
		results: ({ body }) => rowsOf(body).map((row) => ({ row })),
	});
