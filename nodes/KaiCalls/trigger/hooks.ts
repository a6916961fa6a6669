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

/** Events of the other mode stay selected. The API has no status for some of them, so it cannot confirm them. */
const canBeReported = (context: IHookFunctions, event: string): boolean =>
	isAccountMode(context) ||
	!isReadBack(context) ||
	isAmong(
		DOCUMENTED_EVENTS.map(({ value }) => String(value)),
		event,
	);

export const lifecycle = lifecycleOf({
	vendor: kaiCalls,

	/** The vendor sends the test event without registration. */
	wantedEvents(context) {
		chosenAgents(context);
		maxAgeMs(context);
		lookAgainForMs(context);
		const events = chosenEvents(context).filter((event) => event !== TEST_EVENT && canBeReported(context, event));
		if (events.length === 0) throw noEventChosen();
		return events;
	},

	/**
	 * No registry for an address that a call carries. Uses the values of the registration: the user may have changed
	 * mode and workspace since.
	 */
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
