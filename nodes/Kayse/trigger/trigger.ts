import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { vendorWords } from '../../shared/http/vendorWords';
import { readApiKey } from '../../shared/values/apiKey';
import { zonedTimes } from '../../shared/values/zonedTimes';
import { lifecycleOf } from '../../shared/webhook/lifecycle';
import { eventsChosenIn, isChosen } from '../../shared/webhook/namedEvents';
import type { Reception } from '../../shared/webhook/reception';
import { isSecret } from '../../shared/webhook/sharedSecret';
import { kayse } from '../vendor';
import { eventNamesIn, eventOf, isUnheardOf, KNOWN_EVENTS, spelled } from './events';
import { identityOf } from './identity';

/**
 * Header with the App Key of the webhook (https://docs.kayse.ai/api/webhooks). Deliveries have a signature, too, but no
 * public page says how to check it.
 */
const KEY_HEADER = 'x-public-api-key';

const wantedEvents = (context: IHookFunctions | IWebhookFunctions): string[] =>
	eventsChosenIn(context, KNOWN_EVENTS, { spelled });

export const lifecycle = lifecycleOf({ vendor: kayse, httpsOnly: true, wantedEvents });

export const reception: Reception = {
	vendorName: kayse.name,
	refusal:
		'X-Public-Api-Key is missing or wrong: choose the API key of the credential in n8n as App Key of this webhook',
	async isGenuine(context, { headers }) {
		const { apiKey } = await context.getCredentials(kayse.credential);
		return isSecret(readApiKey(apiKey), headers[KEY_HEADER]);
	},
	eventOf,
	isWanted(context, body, event) {
		const events = wantedEvents(context);
		if ([event, ...eventNamesIn(body)].some((name) => isChosen(events, name))) return true;
		if (isUnheardOf(event))
			context.logger.warn('A Kayse event started no run: it is not chosen in the trigger, and not in its list', {
				event: vendorWords(event),
			});
		return false;
	},
	itemOf: (context, body) => zonedTimes(body, context.getTimezone()),
	identityOf: (_, body) => identityOf(body, eventOf(body)),
};
