import { invalidInput, type ItemFailure } from '../../shared/contract/failure';
import { shown } from '../../shared/values/shown';
import { sourceOf } from '../operations/sameRecord';
import type { RecordKind } from '../records/record';
import type { Distinction } from './distinction';

type Members = Record<string, unknown>;

/** What a row says of its record, and whether its ID alone is to tell which one that is. */
export interface Told {
	/** At Kayse; undefined where the source tells the record. */
	id: number | undefined;
	values: Members;
	/** Whether the user says that rows of one ID are about one record, whatever they call it. */
	isSame: boolean;
}

/** Where a row was met: the item's index, in an earlier run of the node in this execution where that is said. */
export interface RowPlace {
	index: number;
	isEarlierRun?: boolean;
}

interface Met extends RowPlace {
	values: Members;
}

const named = ({ index, isEarlierRun }: RowPlace): string => `Item ${index}${isEarlierRun ? ' of an earlier run of this node' : ''}`;

const idOf = ({ id, values }: Told): string =>
	id === undefined ? `External Source ID "${shown(values.external_source_id)}"` : `ID ${id}`;

function metAnother(singular: string, { word, nameOf }: Distinction, told: Told, met: Met, ifSame: string): ItemFailure {
	return invalidInput(
		`${named(met)} has the same ${idOf(told)} and another ${word}, "${shown(nameOf(met.values))}" instead of "${shown(nameOf(told.values))}"`,
		`One ID stands for one ${singular}, so this item would be written over that one. Give it an ID of its own. If both are about the same ${singular}, ${ifSame}.`,
	);
}

/**
 * For one run: finds rows of one ID that are about different people or cases. All rows are shown to it, also those that an earlier try
 * has done.
 */
export class SharedIds {
	/** By record, each name once. */
	private readonly met = new Map<string, Map<string, Met>>();

	/** @param ifSame in place of `Distinction.ifSame` */
	constructor(
		private readonly kind: RecordKind,
		private readonly ifSame?: string,
	) {}

	/** @throws ItemFailure naming the item that it met */
	check(told: Told, place: RowPlace): void {
		const { singular, distinction } = this.kind;
		const { id, values, isSame } = told;
		const record = id === undefined ? sourceOf(values) : String(id);
		const name = distinction.nameOf(values);
		if (record === undefined || name === '') return;
		const names = this.met.get(record) ?? new Map<string, Met>();
		if (names.has(name)) return;
		const other = isSame ? undefined : [...names.values()].find((met) => distinction.isOther(values, met.values));
		if (other) throw metAnother(singular, distinction, told, other, this.ifSame ?? distinction.ifSame);
		this.met.set(record, names.set(name, { ...place, values }));
	}
}
