import { ItemFailure } from '../../shared/contract/failure';
import { shown as legible } from '../../shared/values/shown';
import type { RecordKind } from '../records/record';
import { nameIn } from '../people/distinction';
import { REFUSE_OTHERS_LABEL, type PeoplePolicy } from '../people/options';
import { SOURCE } from '../values/sourceId';
import { plainText } from '../../shared/values/text';

type Members = Record<string, unknown>;

/** The data of a row about an existing record. The row claims that its ID is the ID of that record. */
export interface Claim {
	values: Members;
	/** The ID may come from another system or another account, so the record must match the row. */
	isIdDoubtful?: boolean;
}

/** The failure of an item that is refused before its update. */
export const refused = (message: string, description: string) =>
	new ItemFailure({ kind: 'refused', message, description });

const otherSource = ({ singular }: RecordKind, id: number) =>
	refused(
		`The ${singular} with ID ${id} has another source than this item, so it was not changed`,
		'External Source and External Source ID differ. The ID may belong to another system or account. Correct it. To change the source on purpose, map the fields by hand.',
	);

function unproven({ singular, distinction }: RecordKind, id: number, row: Members, shown: Members): ItemFailure {
	const isOther = distinction.isOther(row, shown);
	return refused(
		isOther
			? `The ${singular} with ID ${id} has another ${distinction.word} than this item, so it was not changed`
			: `Nothing in this item proves that it is about the ${singular} with ID ${id}, so that one was not changed`,
		`The column "id" may come from another system. If it is Kayse's ID, add columns with the External Source and External Source ID of the ${singular}, or with ${distinction.proof?.word}; or choose Map Each Column Manually and set "ID" there.`,
	);
}

const otherPerson = (id: number, name: string) =>
	refused(
		`The client with ID ${id} seems to be another person than this item, so it was not changed`,
		`Kayse has "${legible(name)}", with other contact data. Correct the ID. If it is the same person, turn off the option "${REFUSE_OTHERS_LABEL}" for this item.`,
	);

const toldAs = (id: number, name: string): string =>
	`Before this update, Kayse had "${legible(name)}" as client ${id}, with other contact data: perhaps another person. To refuse such items, turn on the option "${REFUSE_OTHERS_LABEL}".`;

/** The hint above the output; each item has its own notice. */
export const SOME_ARE_OTHERS =
	'Some updated clients had another last name and other contact data, or another email and mobile, in Kayse. See "notice" in their items.';

const textOf = (value: unknown): string => plainText(value).trim();

/** Names of sources may differ in capitals; IDs may not. */
const isSame = (name: string, one: unknown, other: unknown): boolean =>
	name === 'external_source'
		? textOf(one).toLowerCase() === textOf(other).toLowerCase()
		: textOf(one) === textOf(other);

/** A doubtful ID proves nothing, so the row must match the record in other values. */
function checkDoubtful(kind: RecordKind, id: number, row: Members, shown: Members): void {
	const told = SOURCE.filter((name) => textOf(row[name]) !== '');
	if (!told.every((name) => isSame(name, row[name], shown[name]))) throw otherSource(kind, id);
	if (told.length < SOURCE.length && kind.distinction.proof?.isGiven(row, shown) !== true)
		throw unproven(kind, id, row, shown);
}

/** Whether the user says that the source alone identifies the person. */
const isSettled = (row: Members, shown: Members, { sameIdIsSamePerson }: PeoplePolicy): boolean =>
	sameIdIsSamePerson && SOURCE.every((name) => textOf(row[name]) !== '' && isSame(name, row[name], shown[name]));

/**
 * Before an update, checks that the record at Kayse is the one that the row is about.
 * @returns a notice for the item; undefined if there is none
 * @throws ItemFailure if it is another record
 */
export function checkClaim(
	kind: RecordKind,
	id: number,
	claim: Claim,
	shown: Members,
	policy: PeoplePolicy,
): string | undefined {
	const { values, isIdDoubtful } = claim;
	if (isIdDoubtful) checkDoubtful(kind, id, values, shown);
	const isOther = kind.distinction.isOtherPerson?.(values, shown) === true && !isSettled(values, shown, policy);
	if (!isOther) return undefined;
	const name = nameIn(kind.distinction, shown);
	if (policy.refusesOthers) throw otherPerson(id, name);
	return toldAs(id, name);
}
