import { invalidInput } from '../../shared/contract/failure';
import { rowsOf } from '../../shared/values/rows';
import { FIELDS } from '../../shared/fields/mapped';
import { whatIsMapped } from '../input/mapping';
import { readChange } from '../input/readChange';
import { SharedIds } from '../identity/sharedIds';
import type { RecordKind } from '../records/record';
import { routing } from '../vendor';
import { checkComplete, createBody } from '../update/updateRecord';
import { sourceOf, nameIn } from '../identity/sameRecord';
import { stringOf } from '../../shared/values/text';

const IF_SAME = 'merge the rows before this node, or use Create or Update';

/** Creates one record per item, and never the same record twice in a run. */
export const createRecord = (kind: RecordKind) =>
	routing.batch<Record<string, unknown>, Record<string, never>>({
		endpoints: [`POST ${kind.path}`],
		max: 1,
		lookUp: kind.lookUp,
		target: () => ({}),
		row(item) {
			const body = createBody(readChange(item, kind, 'create'));
			checkComplete(kind, body, { mapped: () => whatIsMapped(item, FIELDS) });
			kind.check?.(body, false);
			return body;
		},
		reaches: (body) => sourceOf(body) ?? body.name,
		subject: (body) => nameIn(kind, body),
		among(statements) {
			const ids = new SharedIds(statements, kind, IF_SAME);
			return (values, index) => ids.check({ id: undefined, values, isSame: false }, index);
		},
		keyOf: (body) => JSON.stringify(body),
		recordOf: sourceOf,
		makes: () => true,
		async complete(body, earlier) {
			if (!earlier) return body;
			throw invalidInput(
				`An earlier item has already created the ${kind.singular} with this External Source and External Source ID: ID ${stringOf(earlier.id)}`,
				`If both are about the same ${kind.singular}, ${IF_SAME}.`,
			);
		},
		request: (_, [body]) => ({ request: { method: 'POST', path: kind.path, query: {}, body } }),
		results: ({ body }) => rowsOf(body).map((row) => ({ row })),
	});
