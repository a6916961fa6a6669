import { invalidInput, type ItemFailure } from '../../shared/contract/failure';
import type { RecordStatement, RecordStatements, EarlierStatement } from '../../shared/contract/memory';
import { earlierItem } from '../../shared/operations/earlierItem';
import { shown } from '../../shared/values/shown';
import { sourceOf } from './sameRecord';
import type { RecordKind } from '../records/record';
import { nameIn, partsOf, type Distinction } from '../people/distinction';

type Members = Record<string, unknown>;

/** The data of a row about its record. */
export interface Claimed {
	/** ID at Kayse; undefined if the row has only an external ID. */
	id: number | undefined;
	values: Members;
	/** Whether rows with the same ID are about one record even if their names differ, as the user says. */
	isSame: boolean;
}

/** Marks the ID at Kayse among the IDs of a row. */
const OWN = '#';

const ownIn = ({ ids }: RecordStatement, { object }: RecordKind): string | undefined =>
	ids.find((id) => id.startsWith(`${object}${OWN}`));

const idsOf = ({ id, values }: Claimed, { object }: RecordKind): string[] => {
	const source = sourceOf(values);
	return [
		...(id === undefined ? [] : [`${object}${OWN}${id}`]),
		...(source === undefined ? [] : [`${object} ${source}`]),
	];
};

/** The names in a statement, by the members of a record. */
const membersOf = ({ members }: Distinction, { name }: RecordStatement): Members =>
	Object.fromEntries(members.map((member, place) => [member, name[place]]));

/** Words for the ID that two rows share. */
function inCommon({ id, values }: Claimed, telling: RecordStatement, met: EarlierStatement, kind: RecordKind): string {
	const shared = telling.ids.find((each) => met.ids.includes(each));
	if (shared === undefined) return `is about the same ${kind.singular} by another of its IDs, and has`;
	return `has the same ${shared === ownIn(telling, kind) ? `ID ${id}` : `External Source ID "${shown(values.external_source_id)}"`} and`;
}

function metAnother(
	claimed: Claimed,
	telling: RecordStatement,
	met: EarlierStatement,
	kind: RecordKind,
	ifSame = kind.distinction.ifSame,
): ItemFailure {
	const { singular, distinction } = kind;
	const [theirs, own] = [membersOf(distinction, met), claimed.values].map((record) =>
		shown(nameIn(distinction, record)),
	);
	return invalidInput(
		`${earlierItem(met)} ${inCommon(claimed, telling, met, kind)} another ${distinction.word}, "${theirs}" instead of "${own}"`,
		`One ID belongs to one ${singular}, so this item would overwrite the other one. Give it its own ID. If both are about the same ${singular}, ${ifSame}.`,
	);
}

/**
 * Finds rows with the same ID that are about different people or cases. It gets all rows of a run, also those that an
 * earlier try has finished.
 */
export class SharedIds {
	/** @param ifSame advice that replaces `Distinction.ifSame` */
	constructor(
		private readonly statements: RecordStatements,
		private readonly kind: RecordKind,
		private readonly ifSame?: string,
	) {}

	/** @throws ItemFailure with the number of the other item */
	check(claimed: Claimed, index: number): void {
		const { kind } = this;
		const { distinction } = kind;
		const telling: RecordStatement = { ids: idsOf(claimed, kind), name: partsOf(distinction, claimed.values) };
		const own = ownIn(telling, kind);
		const contradicts = (met: RecordStatement): boolean => {
			// Two different IDs at Kayse are two records, even with the same source.
			const isOfAnother = own !== undefined && (ownIn(met, kind) ?? own) !== own;
			return !isOfAnother && distinction.isOther(claimed.values, membersOf(distinction, met));
		};
		const met = this.statements.meet(telling, index, claimed.isSame ? undefined : contradicts);
		if (met) throw metAnother(claimed, telling, met, kind, this.ifSame);
	}
}
