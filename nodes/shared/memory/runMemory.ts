import { FAILURE_KINDS } from '../contract/failure';
import type { CreatedRecord, Memory } from '../contract/memory';
import type { Outcome } from '../contract/outcome';
import { isRecord } from '../values/json';
import { recordStatements } from './recordStatements';

/** This package's part of the object that n8n keeps for a node. */
const PART = 'outreachAgents';

/** By person, the turns in which the node reached the person, one entry for each time. */
type Reached = Record<string, unknown>;

interface Kept extends Record<string, unknown> {
	/** The run of the node that it belongs to: in a loop, each turn is another run. */
	run: string;
	outcomes: Record<string, unknown>;
	notes: Record<string, unknown>;
	reached: Reached;
	/** See `Memory`. */
	keyCount: number;
	/** Statements of rows about their records, by work. */
	told: Record<string, unknown>;
	/** Records that were created, see `CreatedRecord`. */
	made: Record<string, unknown>;
}

/** A few letters are enough for some 10,000 people; they are stored with the execution. */
const shortened = (reached: string): string => reached.slice(0, 8);

const turnsIn = (value: unknown): number[] =>
	Array.isArray(value) ? value.filter((turn) => typeof turn === 'number') : [];

function keptIn(context: Record<string, unknown>, run: string): Kept {
	const part = context[PART];
	const reached = isRecord(part) && isRecord(part.reached) ? part.reached : {};
	const keyCount = isRecord(part) ? Number(part.keyCount ?? 0) : 0;
	const told = isRecord(part) && isRecord(part.told) ? part.told : {};
	const made = isRecord(part) && isRecord(part.made) ? part.made : {};
	if (isRecord(part) && part.run === run && isRecord(part.outcomes) && isRecord(part.notes)) {
		return { ...part, run, outcomes: part.outcomes, notes: part.notes, reached, keyCount, told, made };
	}
	return { run, outcomes: {}, notes: {}, reached, keyCount, told, made };
}

type NotedMade = [turn: number, index: number, row: string, id: number | null];

function isMade(value: unknown): value is NotedMade {
	if (!Array.isArray(value)) return false;
	const [turn, index, row, id]: unknown[] = value;
	return (
		typeof turn === 'number' &&
		typeof index === 'number' &&
		typeof row === 'string' &&
		(id === null || typeof id === 'number')
	);
}

const KINDS = new Set<unknown>(FAILURE_KINDS);

/** The stored value was written by this node, perhaps in an earlier version. */
function isOutcome(value: unknown): value is Outcome {
	if (!isRecord(value)) return false;
	const { rows, failure } = value;
	if (Array.isArray(rows)) return rows.every((row) => isRecord(row) && isRecord(row.json));
	return (
		isRecord(failure) &&
		KINDS.has(failure.kind) &&
		typeof failure.message === 'string' &&
		typeof failure.description === 'string'
	);
}

/** Identifies a run of the node. */
interface RunNames {
	/** Different for each turn of a loop, operation and account; the same for each try. */
	run: string;
	/** The same for all turns. */
	work: string;
	/** See `turnOf`; the same for all calls of a tool. */
	turn: number;
	/** Notes of lower turns belong to earlier runs; `turn` when absent. */
	present?: number;
	/** Different in n8n's Retry. */
	execution: string;
}

/**
 * The results of a run of the node, in the object that n8n keeps for the node: the same in every try of Retry On Fail,
 * and in n8n's Retry of an execution that failed or was stopped, because n8n stores the object with it.
 * @param context n8n's object; its values must be plain data
 */
export function runMemory(
	context: Record<string, unknown>,
	{ run, work, turn, present = turn, execution }: RunNames,
): Memory {
	const kept = keptIn(context, run);
	context[PART] = kept;
	const statements = recordStatements(kept.told, work, turn, present);
	const made = (record: string): CreatedRecord | undefined => {
		const noted = kept.made[record];
		return isMade(noted) && noted[0] < present ? { index: noted[1], row: noted[2], id: noted[3] } : undefined;
	};
	return {
		outcome(key) {
			const remembered = kept.outcomes[key];
			if (!isRecord(remembered) || !isOutcome(remembered.outcome)) return undefined;
			return { outcome: remembered.outcome, isOfThisExecution: remembered.execution === execution };
		},
		keepOutcome(key, outcome) {
			kept.outcomes[key] = { outcome, execution };
		},
		note: (key) => kept.notes[key],
		keepNote(key, note) {
			kept.notes[key] = note;
		},
		forgetNotes() {
			kept.notes = {};
		},
		timesReached: (reached) => turnsIn(kept.reached[shortened(reached)]).filter((earlier) => earlier < turn).length,
		keepReached(key) {
			const [reached = '', times = '0'] = key.split('.');
			const turns = turnsIn(kept.reached[shortened(reached)]);
			while (turns.length <= Number(times)) turns.push(turn);
			kept.reached[shortened(reached)] = turns;
		},
		statements,
		withdrawStatements: statements.withdrawStatements,
		made,
		keepMade(record, { index, row, id }) {
			if (!made(record)) kept.made[record] = [turn, index, row, id];
		},
		get keyCount() {
			return kept.keyCount;
		},
		keepKeyCount(more) {
			kept.keyCount += more;
		},
		forget() {
			const { reached, keyCount, told, made } = kept;
			if ([reached, told, made].some((some) => Object.keys(some).length > 0))
				context[PART] = { reached, keyCount, told, made };
			else delete context[PART];
		},
	};
}
