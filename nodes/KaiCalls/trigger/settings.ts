import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { readRecordId } from '../../shared/values/reading/id';
import { isBlank } from '../../shared/values/reading/nothing';
import { answerIn } from '../../shared/values/reading/yesNo';
import { eventsChosenIn } from '../../shared/webhook/namedEvents';
import { narrowedTo } from '../../shared/webhook/narrowing';
import { secondsIn } from '../../shared/webhook/options';
import { LOOK_AGAIN_LABEL, MOST_LOOK_AGAIN_S } from '../ending/lookAgain';
import { ACCOUNT_EVENTS } from '../events';

type Context = IHookFunctions | IWebhookFunctions;

/** Whether KaiCalls reports to a webhook of the account, and not to the address that came with a call. */
export const isAccountMode = (context: Context): boolean => context.getNodeParameter('mode') === 'account';

/** Whether an event is checked with the API before it starts a run. Anything but the explicit choice against it means yes. */
export const isReadBack = (context: Context): boolean =>
	context.getNodeParameter('verification', 'readBack') !== 'none';

/** Chosen and entered events together. */
export const chosenEvents = (context: Context): string[] => eventsChosenIn(context, ACCOUNT_EVENTS);

export const chosenAgents = (context: Context): string[] => narrowedTo(context, 'agents');

/** The chosen business; '' when the key reaches only one. */
export function chosenWorkspace(context: Context): string {
	const chosen: unknown = context.getNodeParameter('workspaceId', '', { extractValue: true });
	return isBlank(chosen) ? '' : readRecordId(chosen, { label: 'Workspace', timeZone: '' });
}

/** How far the signed time of an event may be from now, either way, unless the option says another. */
const USUAL_MAX_AGE_S = 300;

export const MAX_AGE_LABEL = 'Max Age (Seconds)';

/** @throws ItemFailure when the option is no number: it protects against copies, so it is not passed over */
export function maxAgeMs(context: Context): number {
	const seconds = secondsIn(context, 'maxAge', MAX_AGE_LABEL) ?? USUAL_MAX_AGE_S;
	return seconds > 0 ? seconds * 1_000 : Infinity;
}

/** How long to look for what is empty when a call has ended. @throws ItemFailure when the option is no number, or too long */
export const lookAgainForMs = (context: Context): number =>
	(secondsIn(context, 'lookAgainFor', LOOK_AGAIN_LABEL, { max: MOST_LOOK_AGAIN_S }) ?? 0) * 1_000;

export const includesLead = (context: IWebhookFunctions): boolean =>
	answerIn(context.getNodeParameter('options.includeLead', false)) === true;
