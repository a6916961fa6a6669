import type { Memory, RecordStatement, RecordStatements, EarlierStatement } from '../contract/memory';

/** The turn, the item's place, the record's identifiers, and its name. */
type Noted = [turn: number, index: number, ids: string[], name: string[]];

const isTexts = (value: unknown): value is string[] =>
	Array.isArray(value) && value.every((text) => typeof text === 'string');

function isNoted(value: unknown): value is Noted {
	if (!Array.isArray(value)) return false;
	const [turn, index, ids, name]: unknown[] = value;
	return typeof turn === 'number' && typeof index === 'number' && isTexts(ids) && isTexts(name);
}

/**
 * The form in which n8n stores it with the execution: as texts, many rows take a quarter of the time. The stored value
 * may come from another version.
 */
function notedIn(kept: unknown): Noted | undefined {
	if (typeof kept !== 'string') return undefined;
	try {
		const parsed: unknown = JSON.parse(kept);
		return isNoted(parsed) ? parsed : undefined;
	} catch {
		return undefined;
	}
}

/** Different statements about one record, each once. */
type OfRecord = Map<string, Noted>;

const isNamed = ({ name }: RecordStatement): boolean => name.some((part) => part !== '');

/** Finds notes by their record's identifiers. A note with several IDs says that they are of one record. */
class NotesById {
	private readonly byId = new Map<string, OfRecord>();

	has({ ids, name }: RecordStatement): boolean {
		return ids.every((id) => this.byId.get(id)?.has(JSON.stringify([ids, name])));
	}

	about(ids: string[]): Noted[] {
		return [...new Set(ids.map((id) => this.byId.get(id)))].flatMap((found) => [...(found?.values() ?? [])]);
	}

	add(noted: Noted): void {
		const [, , ids, name] = noted;
		const [all = new Map<string, Noted>(), ...others] = new Set(ids.flatMap((id) => this.byId.get(id) ?? []));
		for (const other of others) for (const [said, earlier] of other) all.set(said, earlier);
		if (isNamed({ ids, name })) all.set(JSON.stringify([ids, name]), noted);
		for (const id of ids) this.byId.set(id, all);
	}
}

/** Cached by the list that n8n keeps, so that a turn of a loop need not read all notes of earlier turns. */
const indexes = new WeakMap<unknown[], NotesById>();

function indexed(notes: unknown[]): NotesById {
	const index = new NotesById();
	for (const kept of notes) {
		const noted = notedIn(kept);
		if (noted) index.add(noted);
	}
	indexes.set(notes, index);
	return index;
}

/**
 * The statements of a node's rows about their records, in all turns of a loop and calls of a tool.
 * @param kept n8n's object for the execution
 * @param work the name under which the notes are kept
 * @param present notes of lower turns belong to earlier runs
 */
export function recordStatements(
	kept: Record<string, unknown>,
	work: string,
	turn: number,
	present = turn,
): RecordStatements & Pick<Memory, 'withdrawStatements'> {
	let index: NotesById | undefined;
	const told: string[] = [];
	const notes = (): unknown[] => {
		const known = kept[work];
		return Array.isArray(known) ? known : (kept[work] = []);
	};
	/**
	 * An earlier try of this turn may have other notes: its rows state them again, and must not meet their own old
	 * notes.
	 */
	const begun = (): NotesById => {
		const all = notes();
		const before = all.length;
		const isEarlier = (noted: Noted | undefined): boolean => noted !== undefined && noted[0] < present;
		while (all.length > 0 && !isEarlier(notedIn(all.at(-1)))) all.pop();
		return (all.length === before ? indexes.get(all) : undefined) ?? indexed(all);
	};
	return {
		meet(telling, place, contradicts) {
			const { ids, name } = telling;
			if (!isNamed(telling) && ids.length < 2) return undefined;
			index ??= begun();
			if (index.has(telling)) return undefined;
			const met =
				contradicts && isNamed(telling)
					? index.about(ids).find(([, , theirs, other]) => contradicts({ ids: theirs, name: other }))
					: undefined;
			if (met) return toldOf(met, present);
			const noted: Noted = [turn, place, ids, name];
			const text = JSON.stringify(noted);
			told.push(text);
			notes().push(text);
			index.add(noted);
			return undefined;
		},
		withdrawStatements() {
			const all = notes();
			indexes.delete(all);
			for (const text of told.splice(0)) all.splice(all.lastIndexOf(text), 1);
		},
	};
}

const toldOf = ([turn, index, ids, name]: Noted, present: number): EarlierStatement => ({
	ids,
	name,
	index,
	isEarlierRun: turn < present,
});
