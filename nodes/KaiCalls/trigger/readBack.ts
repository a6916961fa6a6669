import type { FunctionsBase, IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { systemTime } from '../../shared/engine/systemTime';
import { sleepUntil } from '../../shared/contract/time';
import { triggerOf } from '../../shared/webhook/duplicates';
import { lookUpOver } from '../waiting/lookUp';
import { hasEnded } from '../waiting/outcome';
import { confirms, type Report } from './confirmation';
import { isOfAgent } from './events';
import { ReadBacks } from './readBacks';

/** The API may lag behind its own callback: when to look at a call that still goes on, in ms after the first look. */
const LATER_LOOKS_MS = [1_000, 2_500];

const byTrigger = new Map<string, ReadBacks>();

function readBacksOf(context: IWebhookFunctions): ReadBacks {
	const trigger = triggerOf(context);
	const known = byTrigger.get(trigger) ?? new ReadBacks(systemTime);
	byTrigger.set(trigger, known);
	return known;
}

/** The trigger is switched off. */
export const dropReadBacks = (context: Pick<FunctionsBase, 'getNode' | 'getWorkflow'>): boolean =>
	byTrigger.delete(triggerOf(context));

/** Reads the call until it is over, patiently but not for long. */
async function readEnded(look: () => Promise<IDataObject | undefined>): Promise<IDataObject | undefined> {
	const start = systemTime.now();
	let call = await look();
	for (const later of LATER_LOOKS_MS) {
		if (!call || hasEnded(call)) return call;
		await sleepUntil(start + later, () => false, systemTime);
		call = await look();
	}
	return call;
}

/**
 * Asks the API whether a report is true.
 * @param agents whose calls are wanted; empty for all
 * @returns the call as the API has it; undefined when it does not confirm the report, or the call is not wanted
 * @throws Overload or ItemFailure when that cannot be found out now
 */
export async function readBack(
	context: IWebhookFunctions,
	report: Report,
	agents: string[],
): Promise<IDataObject | undefined> {
	const readBacks = readBacksOf(context);
	const key = JSON.stringify(report);
	if (readBacks.isRefuted(key)) return undefined;
	const lookUp = lookUpOver(context);
	const call = await readEnded(async () => await readBacks.read(report.callId, lookUp));
	if (call && confirms(call, report, systemTime.now()) && isOfAgent(agents, call.agent_id)) return call;
	// A call that goes on may well end as reported.
	if (!call || hasEnded(call)) readBacks.refute(key);
	return undefined;
}
