import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { ageLimitIn } from '../../shared/webhook/ageLimit';
import { eventsChosenIn } from '../../shared/webhook/namedEvents';
import { narrowedTo } from '../../shared/webhook/narrowing';
import { answerIn } from '../../shared/values/reading/yesNo';
import { KNOWN_EVENTS } from '../events';
import type { Selection } from './selection';

type Context = IHookFunctions | IWebhookFunctions;

/** The user's selection of events. */
export const readSelection = (context: Context): Selection => ({
	events: eventsChosenIn(context, KNOWN_EVENTS),
	campaigns: narrowedTo(context, 'filters.campaigns'),
	agents: narrowedTo(context, 'filters.agents'),
});

/** One day: Kakiyo repeats deliveries within seconds, but no document says how late it notices an event on LinkedIn. */
const USUAL_MAX_AGE_S = 86_400;

/** Largest age of an event, by its own timestamp. @throws ItemFailure if the option is not a number */
export const ageLimitOf = (context: Context) => ageLimitIn(context, USUAL_MAX_AGE_S);

/** True unless the user turned it off. */
export const isSimplified = (context: IWebhookFunctions): boolean =>
	answerIn(context.getNodeParameter('simplify', true)) !== false;

/** Whether the user wants the person of each event. */
export const includesProspect = (context: IWebhookFunctions): boolean =>
	answerIn(context.getNodeParameter('options.includeProspect', false)) === true;
