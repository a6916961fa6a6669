import { lifecycleOf } from '../../shared/webhook/lifecycle';
import { kakiyo } from '../vendor';
import { kakiyoRegistry } from './registry';
import { ageLimitOf, readSelection } from './settings';

export const lifecycle = lifecycleOf({
	vendor: kakiyo,
	wantedEvents(context) {
		ageLimitOf(context);
		return readSelection(context).events;
	},
	registry: (context) => (client) => kakiyoRegistry(context, client),
});
