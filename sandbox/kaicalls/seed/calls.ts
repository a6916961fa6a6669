import { cycle, day, numbers } from '../../tools/seedTools';
import type { Ids } from '../ids';
import type { Agent, Call, Ending, Lead } from '../state';

const callCount = 130;
const failedEvery = 7;
const inboundEvery = 3;
const millisecondsToAnswer = 8000;

/** These calls share one `created_at`: newest first they are the 98th to the 103rd, across the border of a page of 100. */
const firstOfSameMoment = 27;
const lastOfSameMoment = 32;

function momentOf(index: number): number {
	const shared = index >= firstOfSameMoment && index <= lastOfSameMoment;
	return Date.parse(day(12, 3 * (shared ? firstOfSameMoment : index)));
}

function endingOf(index: number, createdAt: number): Ending {
	const duration = 30 + ((index * 13) % 200);
	const at = createdAt + millisecondsToAnswer + duration * 1000;
	if (index % failedEvery === failedEvery - 1)
		return { at, error: 'no_answer', duration: null, summary: null, transcript: null };
	return {
		at,
		error: null,
		duration,
		summary: `Call ${index + 1}: confirmed the appointment.`,
		transcript: `AI: Hello, this is call ${index + 1}.\nUser: Friday is fine.`,
	};
}

/** Past calls that have ended, of every agent and in both directions. */
export function seedCalls(ids: Ids, agents: readonly Agent[], leads: readonly Lead[]): Call[] {
	return numbers(callCount).map((index) => {
		const agent = cycle(agents, index);
		const lead = cycle(leads, index);
		const created_at = momentOf(index);
		return {
			id: ids.next('call'),
			conversation_id: ids.next('conversation'),
			direction: index % inboundEvery === 0 ? 'inbound' : 'outbound',
			agent_id: agent?.id ?? '',
			business_id: agent?.business_id ?? '',
			lead_id: lead?.id ?? null,
			to: lead?.phone ?? '',
			name: lead?.name ?? null,
			context: null,
			first_message: null,
			webhook_url: null,
			max_duration: 600,
			created_at,
			rings_at: created_at,
			answers_at: created_at + millisecondsToAnswer,
			ending: endingOf(index, created_at),
		};
	});
}
