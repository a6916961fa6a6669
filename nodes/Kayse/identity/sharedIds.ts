import { invalidInput, type ItemFailure } from '../../shared/contract/failure';
import type { RecordStatement, RecordStatements, EarlierStatement } from '../../shared/contract/memory';
import { earlierItem } from '../../shared/operations/earlierItem';
import { shown } from '../../shared/values/shown';
import { sourceOf } from './sameRecord';
import type { RecordKind } from '../records/record';
import { nameIn, partsOf, type Distinction } from '../people/distinction';

type Members = Record<string, unknown>;

/** What a row says of its record, and whether its ID alone is to tell which one that is. */
export interface Claimed {
	/** At Kayse; undefined where the source tells the record. */
	id: number | undefined;
	values: Members;
	/** Whether the user says that rows of one ID are about one record, whatever they call it. */
	isSame: boolean;
}

/** How the ID of a row at Kayse begins among its IDs; its source follows other signs. */
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

/** The names as members of a record. */
const membersOf = ({ members }: Distinction, { name }: RecordStatement): Members =>
	Object.fromEntries(members.map((member, place) => [member, name[place]]));

/** What a row and the one that it met have in common. */
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
 * Finds rows of one ID that are about different people or cases. All rows of a run are shown to it, also those that an earlier try has
 * done.
 */
export class SharedIds {
	/** @param ifSame in place of `Distinction.ifSame` */
	constructor(
		private readonly statements: RecordStatements,
		private readonly kind: RecordKind,
		private readonly ifSame?: string,
	) {}

	/** @throws ItemFailure naming the item that it met */
	check(claimed: Claimed, index: number): void {
		const { kind } = this;
		const { distinction } = kind;
		const telling: RecordStatement = { ids: idsOf(claimed, kind), name: partsOf(distinction, claimed.values) };
		const own = ownIn(telling, kind);
		const contradicts = (met: RecordStatement): boolean => {
			// Two IDs of Kayse are two records, whatever source they have.
			const isOfAnother = own !== undefined && (ownIn(met, kind) ?? own) !== own;
			return !isOfAnother && distinction.isOther(claimed.values, membersOf(distinction, met));
		};
		const met = this.statements.meet(telling, index, claimed.isSame ? undefined : contradicts);
		if (met) throw metAnother(claimed, telling, met, kind, this.ifSame);
	}
}
