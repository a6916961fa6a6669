import { dollars } from './runResult';
import type { Run } from './state';

/** How many characters of an ISO time name its period. */
const periodLengths = { hour: '2026-01-15T10'.length, day: '2026-01-15'.length, month: '2026-01'.length } as const;

/** The period to which a run belongs, such as its day. */
export function periodOf({ created_at }: Run, granularity: keyof typeof periodLengths): string {
	return new Date(created_at).toISOString().slice(0, periodLengths[granularity]);
}

/** The totals of these runs. */
export function totalsOf(runs: readonly Run[]) {
	return {
		runs: runs.length,
		tokens: runs.reduce((sum, { tokens }) => sum + tokens, 0),
		cost_usd: dollars(runs.reduce((sum, { cost_usd }) => sum + cost_usd, 0)),
	};
}

/** Median and slowest, in milliseconds; 0 without runs. */
export function spread(durations: readonly number[]): { p50_ms: number; max_ms: number } {
	const sorted = durations.toSorted((left, right) => left - right);
	return { p50_ms: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, max_ms: sorted.at(-1) ?? 0 };
}
