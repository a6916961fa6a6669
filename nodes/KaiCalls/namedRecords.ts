import { isOfId, type NamedRecord } from '../shared/operations/onlyIfName';
import { valueAt, isRecord } from '../shared/values/json';
import { phoneFrom } from '../shared/values/phone/phone';

/** A single record is read with `?id=`; the answer may wrap it in a member with the name of its kind. */
const byId = (parameter: string, noun: string, path: string, kind: string): NamedRecord => ({
	parameter,
	noun,
	read: {
		path: () => path,
		query: (id) => ({ id }),
		namesIn: (body, id) =>
			[body, valueAt(body, kind), valueAt(body, 'data')]
				.filter(isRecord)
				.filter((row) => isOfId(row, id))
				.map(({ name }) => name),
	},
});

export const namedAgent = byId('agentId', 'agent', '/agents', 'agent');
export const namedLead: NamedRecord = { ...byId('leadId', 'lead', '/leads', 'lead'), isPerson: true };
export const namedRun = byId('communicationRunId', 'communication run', '/communication-runs', 'communication_run');

/** KaiCalls stores the numbers of leads as they were entered, and works with American numbers. */
function hasNumber(phone: unknown, wanted: string): boolean {
	try {
		return phoneFrom(phone, '', 'US') === wanted;
	} catch {
		return false;
	}
}

/** Finds the person with a number among the leads: KaiCalls knows no other people. */
export const namedRecipient: NamedRecord = {
	parameter: 'to',
	noun: 'lead',
	isPerson: true,
	read: {
		path: () => '/leads',
		query: (phone) => ({ phone }),
		namesIn(body, wanted) {
			const leads = valueAt(body, 'leads') ?? body;
			return Array.isArray(leads)
				? leads
						.filter(isRecord)
						.filter(({ phone }) => hasNumber(phone, wanted))
						.map(({ name }) => name)
				: [];
		},
	},
};
