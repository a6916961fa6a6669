import type { Conversation } from '../conversations';

interface Activity {
	messages: number;
	responses: number;
	qualified: number;
}

/** Counts events at times that pass the test; a qualification has the time of the conversation's last message. */
function activityAt(conversations: readonly Conversation[], includes: (date: string) => boolean): Activity {
	const messages = conversations.flatMap((conversation) => conversation.messages).filter(({ date }) => includes(date));
	return {
		messages: messages.length,
		responses: messages.filter(({ role }) => role === 'user').length,
		qualified: conversations.filter(
			({ qualification, lastMessage }) =>
				qualification === 'qualified' && lastMessage !== null && includes(lastMessage),
		).length,
	};
}

/** Activity in the hours before `now` (vendor epoch ms). */
export function since(conversations: readonly Conversation[], now: number, hours: number): Activity {
	return activityAt(conversations, (date) => Date.parse(date) >= now - hours * 3_600_000);
}

/** One row per day that had messages. */
export function dailyBreakdown(conversations: readonly Conversation[]): Array<Activity & { date: string }> {
	const dayOf = (date: string) => date.slice(0, 10);
	const days = new Set(conversations.flatMap(({ messages }) => messages.map(({ date }) => dayOf(date))));
	return [...days].sort().map((date) => ({ date, ...activityAt(conversations, (moment) => dayOf(moment) === date) }));
}
