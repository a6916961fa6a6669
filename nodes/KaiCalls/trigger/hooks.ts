import type { IHookFunctions } from 'n8n-workflow';

import { lifecycleOf } from '../../shared/webhook/lifecycle';
import { noEventChosen } from '../../shared/webhook/namedEvents';
import { kaiCalls } from '../vendor';
import { DOCUMENTED_EVENTS, TEST_EVENT } from '../events';
import { isAmong } from './events';
import { dropCallChecks } from './callChecksOf';
import { kaiCallsRegistry } from './registry';
import {
	chosenAgents,
	chosenEvents,
	chosenWorkspace,
	isAccountMode,
	isReadBack,
	lookAgainForMs,
	maxAgeMs,
} from './settings';

/** Events that were chosen for the other mode stay chosen; what the API has no status for, it cannot confirm. */
const canBeReported = (context: IHookFunctions, event: string): boolean =>
	isAccountMode(context) ||
	!isReadBack(context) ||
	isAmong(
		DOCUMENTED_EVENTS.map(({ value }) => String(value)),
		event,
	);

export const lifecycle = lifecycleOf({
	vendor: kaiCalls,

	/** The test event comes without being asked for. */
	wantedEvents(context) {
		chosenAgents(context);
		maxAgeMs(context);
		lookAgainForMs(context);
		const events = chosenEvents(context).filter((event) => event !== TEST_EVENT && canBeReported(context, event));
		if (events.length === 0) throw noEventChosen();
		return events;
	},

	/** None for an address that travels with each call. Goes by what was registered: mode and workspace may have been changed since. */
	registry(context, purpose) {
		const data = context.getWorkflowStaticData('node');
		const isRemoval = purpose === 'remove';
		if (!isAccountMode(context) && !(isRemoval && data.webhookId !== undefined)) return undefined;
		const business = isRemoval && typeof data.businessId === 'string' ? data.businessId : chosenWorkspace(context);
		data.businessId = business;
		return (client) => kaiCallsRegistry(context, client, business, data.webhookId);
	},

	forget: dropCallChecks,
});
