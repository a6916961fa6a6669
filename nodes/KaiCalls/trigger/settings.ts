import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { readRecordId } from '../../shared/values/reading/id';
import { isBlank } from '../../shared/values/reading/nothing';
import { answerIn } from '../../shared/values/reading/yesNo';
import { ageLimitIn } from '../../shared/webhook/ageLimit';
import { eventsChosenIn } from '../../shared/webhook/namedEvents';
import { narrowedTo } from '../../shared/webhook/narrowing';
import { secondsIn } from '../../shared/webhook/options';
import { LOOK_AGAIN_LABEL, MOST_LOOK_AGAIN_S } from '../ending/lookAgain';
import { ACCOUNT_EVENTS } from '../events';

/** Has its own name, as n8n keeps the value of a name when the mode is changed. */
export const CALL_EVENTS = 'callEvents';

type Context = IHookFunctions | IWebhookFunctions;

/** Whether KaiCalls reports to a webhook of the account, and not to the address that came with a call. */
export const isAccountMode = (context: Context): boolean => context.getNodeParameter('mode') === 'account';

/** Whether an event is checked with the API before it starts a run. Anything but the explicit choice against it means yes. */
export const isReadBack = (context: Context): boolean =>
	context.getNodeParameter('verification', 'readBack') !== 'none';

/** Chosen and entered events together. */
export const chosenEvents = (context: Context): string[] =>
	eventsChosenIn(context, ACCOUNT_EVENTS, { field: isAccountMode(context) ? 'events' : CALL_EVENTS });

export const chosenAgents = (context: Context): string[] => narrowedTo(context, 'agents');

/** The chosen business; '' when the key reaches only one. */
export function chosenWorkspace(context: Context): string {
	const chosen: unknown = context.getNodeParameter('workspaceId', '', { extractValue: true });
	return isBlank(chosen) ? '' : readRecordId(chosen, { label: 'Workspace', timeZone: '' });
}

const USUAL_MAX_AGE_S = 300;

/** How far the signed time of an event may be from now, either way. @throws ItemFailure when the option is no number */
export const maxAgeMs = (context: Context): number => ageLimitIn(context, USUAL_MAX_AGE_S).maxAgeMs;

/** How long to look for what is empty when a call has ended. @throws ItemFailure when the option is no number, or too long */
export const lookAgainForMs = (context: Context): number =>
	(secondsIn(context, 'lookAgainFor', LOOK_AGAIN_LABEL, { max: MOST_LOOK_AGAIN_S }) ?? 0) * 1_000;

export const includesLead = (context: IWebhookFunctions): boolean =>
	answerIn(context.getNodeParameter('options.includeLead', false)) === true;
