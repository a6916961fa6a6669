import type { Conversation } from './conversations';

/** Counts of a campaign's prospects and messages. */
export interface Totals {
	prospects: number;
	prospectsAnswers: number;
	messages: number;
	qualified: number;
	closed: number;
}

/** Whether the person has written anything. */
export function hasAnswered({ messages }: Conversation): boolean {
	return messages.some(({ role }) => role === 'user');
}

/** The `stats` of a campaign. The API has no way to close a deal, so `closed` stays 0. */
export function totalsOf(conversations: readonly Conversation[]): Totals {
	return {
		prospects: conversations.length,
		prospectsAnswers: conversations.filter(hasAnswered).length,
		messages: conversations.reduce((sum, { messages }) => sum + messages.length, 0),
		qualified: conversations.filter(({ qualification }) => qualification === 'qualified').length,
		closed: 0,
	};
}

/** `part` of `whole` in percent, two decimals; 0 if `whole` is 0. */
export function percent(part: number, whole: number): number {
	return ratio(part * 100, whole);
}

/** `part` of `whole`, two decimals; 0 if `whole` is 0. */
export function ratio(part: number, whole: number): number {
	return whole === 0 ? 0 : Math.round((part / whole) * 100) / 100;
}

/** The rates that the analytics endpoints share, as numbers. */
export function ratesOf({ prospects, prospectsAnswers, messages, qualified }: Totals) {
	return {
		conversionRate: percent(qualified, prospects),
		responseRate: percent(prospectsAnswers, prospects),
		qualificationRate: percent(qualified, prospectsAnswers),
		averageMessagesPerProspect: ratio(messages, prospects),
	};
}
