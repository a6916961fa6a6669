import type { Channel, Contact } from '../shared/contract/contact';

/** The person at a telephone number. @param agentId on whose behalf */
export const personAt = (telephone: string, channel: Channel, agentId: unknown): Contact => ({
	person: telephone,
	channel,
	telephone,
	through: `agent ${String(agentId)}`,
});
