import { ItemFailure } from '../../shared/contract/failure';
import { shown as legible } from '../../shared/values/shown';
import type { RecordKind } from '../records/record';
import { nameIn } from '../people/distinction';
import { REFUSE_OTHERS_LABEL, type PeoplePolicy } from '../people/options';
import { SOURCE } from '../values/sourceId';
import { plainText } from '../../shared/values/text';

type Members = Record<string, unknown>;

/** What a row says of a record that Kayse shows. */
export interface Claim {
	values: Members;
	/** The ID may be another system's, or that of another account: the record must be the one that the row tells of. */
	isIdDoubtful?: boolean;
}

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

/** The hint over the output; each item has its own notice. */
export const SOME_ARE_OTHERS =
	'Some updated clients had another last name and other contact data, or another email and mobile, in Kayse. See "notice" in their items.';

const textOf = (value: unknown): string => plainText(value).trim();

/** What the source is called is no matter of capitals; an ID may be. */
const isSame = (name: string, one: unknown, other: unknown): boolean =>
	name === 'external_source'
		? textOf(one).toLowerCase() === textOf(other).toLowerCase()
		: textOf(one) === textOf(other);

/** Only a doubtful ID leads to the record, so the row must prove that it is about it. */
function checkDoubtful(kind: RecordKind, id: number, row: Members, shown: Members): void {
	const told = SOURCE.filter((name) => textOf(row[name]) !== '');
	if (!told.every((name) => isSame(name, row[name], shown[name]))) throw otherSource(kind, id);
	if (told.length < SOURCE.length && kind.distinction.proof?.isGiven(row, shown) !== true)
		throw unproven(kind, id, row, shown);
}

/** The user says that the source alone tells the person. */
const isSettled = (row: Members, shown: Members, { sameIdIsSamePerson }: PeoplePolicy): boolean =>
	sameIdIsSamePerson && SOURCE.every((name) => textOf(row[name]) !== '' && isSame(name, row[name], shown[name]));

/**
 * Checks that a record which Kayse shows is the one that a row is about, before it is changed.
 * @returns what its item is to tell, if anything
 * @throws ItemFailure when it is another one
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
