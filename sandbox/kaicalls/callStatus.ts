import type { KaiCallsAccount } from './account';
import type { Call, Ending } from './state';

/** Whether the call has ended; the API may show it later, see `shownEnding`. */
export function isOver({ ending }: Call): boolean {
	return ending !== null;
}

/** Whole seconds from answer to hang-up, as `max_duration` allows. */
export function talkSeconds({ answers_at, max_duration }: Call, endedAt: number): number {
	return Math.min(max_duration, Math.max(1, Math.round((endedAt - answers_at) / 1000)));
}

/** The ending, once the API has it. */
export function shownEnding({ clock, settings }: KaiCallsAccount, { ending }: Call): Ending | null {
	return ending && clock.now() >= ending.at + settings.apiLagSeconds * 1000 ? ending : null;
}

/** Whether the API knows the call. */
export function isKnown({ clock, settings }: KaiCallsAccount, { ending }: Call): boolean {
	return ending === null || clock.now() >= ending.at + settings.unknownSeconds * 1000;
}

/** The status that the API shows at this moment. */
export function statusOf(kaicalls: KaiCallsAccount, call: Call): string {
	const { clock, settings } = kaicalls;
	const ending = shownEnding(kaicalls, call);
	if (ending) return ending.status ?? (ending.error === null ? settings.completedStatus : 'failed');
	const now = clock.now();
	if (now >= call.answers_at) return settings.inProgressStatus;
	return now >= call.rings_at ? 'ringing' : 'queued';
}

/** The ending, when summary, transcript and recording exist. */
export function processedEnding(kaicalls: KaiCallsAccount, call: Call): Ending | null {
	const { clock, settings } = kaicalls;
	const ending = shownEnding(kaicalls, call);
	return ending && clock.now() >= ending.at + settings.processingSeconds * 1000 ? ending : null;
}
