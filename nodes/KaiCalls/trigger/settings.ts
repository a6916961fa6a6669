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

/** Has its own name: n8n keeps the value of a parameter name when the mode changes. */
export const CALL_EVENTS = 'callEvents';

type Context = IHookFunctions | IWebhookFunctions;

/** Whether KaiCalls reports to a webhook of the account, not to the address of a single call. */
export const isAccountMode = (context: Context): boolean => context.getNodeParameter('mode') === 'account';

/** Whether the API must confirm an event before a run starts. Yes, unless the user explicitly chose otherwise. */
export const isReadBack = (context: Context): boolean =>
	context.getNodeParameter('verification', 'readBack') !== 'none';

/** The selected and the entered events. */
export const chosenEvents = (context: Context): string[] =>
	eventsChosenIn(context, ACCOUNT_EVENTS, { field: isAccountMode(context) ? 'events' : CALL_EVENTS });

/** IDs of the selected agents; empty for all. */
export const chosenAgents = (context: Context): string[] => narrowedTo(context, 'agents');

/** The selected business; '' if the key has access to one only. */
export function chosenWorkspace(context: Context): string {
	const chosen: unknown = context.getNodeParameter('workspaceId', '', { extractValue: true });
	return isBlank(chosen) ? '' : readRecordId(chosen, { label: 'Workspace', timeZone: '' });
}

const USUAL_MAX_AGE_S = 300;

/** Longest distance of an event's signed time from now, in ms, into past or future. @throws ItemFailure if the option is not a number */
export const maxAgeMs = (context: Context): number => ageLimitIn(context, USUAL_MAX_AGE_S).maxAgeMs;

/** How long to look for empty members of an ended call, in ms. @throws ItemFailure if the option is not a number, or too large */
export const lookAgainForMs = (context: Context): number =>
	(secondsIn(context, 'lookAgainFor', LOOK_AGAIN_LABEL, { max: MOST_LOOK_AGAIN_S }) ?? 0) * 1_000;

/** Whether a run gets name and number of the called person. */
export const includesLead = (context: IWebhookFunctions): boolean =>
	answerIn(context.getNodeParameter('options.includeLead', false)) === true;
