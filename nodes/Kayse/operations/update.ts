import { invalidInput } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';
import { FIELDS } from '../../shared/fields/mapped';
import { isEmptyChange, readChange } from '../input/readChange';
import { readPolicy } from '../input/updateMode';
import { SharedIds } from '../identity/sharedIds';
import { labelOf } from '../../shared/values/label';
import { whatIsMapped } from '../input/mapping';
import type { RecordKind } from '../records/record';
import { idFrom } from '../values/values';
import { routing } from '../vendor';
import { bodyReplacing, updateRecord } from '../update/updateRecord';

const nothingToUpdate = (item: ItemParameters) =>
	invalidInput(
		'There is nothing to update',
		whatIsMapped(item, FIELDS) || 'Fill in at least one field, or choose fields to clear.',
	);

/** Changes only the fields that the item names. */
export const update = (kind: RecordKind, idParameter: string) =>
	routing.steps({
		endpoints: [`GET ${kind.path}/{id}`, `PUT ${kind.path}/{id}`],
		plan(item) {
			const id = idFrom(item.parameter(idParameter), labelOf(idParameter));
			const change = readChange(item, kind, 'update');
			const policy = readPolicy(item, kind, 'update');
			if (isEmptyChange(change)) throw nothingToUpdate(item);
			if (policy.mode === 'replace') bodyReplacing(kind, change, { mapped: () => whatIsMapped(item, FIELDS) });
			return { id, change, policy };
		},
		subject: ({ id }) => id,
		among(statements) {
			const ids = new SharedIds(statements, kind);
			return ({ id, change: { values }, policy }, index) =>
				ids.check({ id, values, isSame: policy.sameIdIsSamePerson }, index);
		},
		perform: async ({ id, change, policy }, api) => [await updateRecord(kind, id, change, policy, api)],
	});
