import type { KaiCalls } from './kaicalls';
import type { Call, Ending } from './state';

export function isOver({ ending }: Call): boolean {
	return ending !== null;
}

/** Whole seconds from answer to hang-up, as `max_duration` allows. */
export function talkSeconds({ answers_at, max_duration }: Call, endedAt: number): number {
	return Math.min(max_duration, Math.max(1, Math.round((endedAt - answers_at) / 1000)));
}

export function statusOf({ clock, settings }: KaiCalls, { ending, rings_at, answers_at }: Call): string {
	if (ending) return ending.error === null ? settings.completedStatus : 'failed';
	const now = clock.now();
	if (now >= answers_at) return settings.inProgressStatus;
	return now >= rings_at ? 'ringing' : 'queued';
}

/** The ending once summary, transcript and recording are there. */
export function processedEnding({ clock, settings }: KaiCalls, { ending }: Call): Ending | null {
	return ending && clock.now() >= ending.at + settings.processingSeconds * 1000 ? ending : null;
}
