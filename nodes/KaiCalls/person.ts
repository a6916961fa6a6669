import type { Channel, Contact } from '../shared/contract/contact';
import { stringOf } from '../shared/values/text';

/** The person at a telephone number. @param agentId on whose behalf */
export const personAt = (telephone: string, channel: Channel, agentId: unknown): Contact => ({
	person: telephone,
	channel,
	telephone,
	through: `agent ${stringOf(agentId)}`,
});
