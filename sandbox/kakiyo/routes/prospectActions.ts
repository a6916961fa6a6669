import type { Route } from '../../server/vendor';
import { updateCustomData } from '../contract/prospects';
import type { Conversation } from '../conversations';
import { find } from '../errors';
import type { Kakiyo } from '../kakiyo';
import { plain, withBody } from './builders';

const qualifiedStatus = 5;

/** Changes to one conversation, by its chat ID. */
export function prospectActionRoutes(kakiyo: Kakiyo): Route[] {
	const conversation = (chatId: string | undefined) => find(kakiyo.state.conversations.byChat, chatId, 'Prospect');

	const action = (verb: string, message: string, change: Partial<Conversation>): Route =>
		plain({
			method: 'POST',
			path: `/prospects/:chatId/${verb}`,
			handle({ params }) {
				Object.assign(conversation(params.chatId), change);
				return { message };
			},
		});

	return [
		action('qualify', 'Prospect marked as qualified successfully', {
			qualification: 'qualified',
			status: qualifiedStatus,
		}),
		action('pause', 'Conversation paused successfully', { paused: true }),
		action('resume', 'Conversation resumed successfully', { paused: false }),
		withBody({
			method: 'PATCH',
			path: '/prospects/:chatId/custom-data',
			body: updateCustomData,
			handle({ params, body: { customData } }) {
				const changed = conversation(params.chatId);
				changed.customData = customData === '' ? null : customData;
				return {
					message: 'Custom data updated successfully',
					chatId: changed.chatId,
					customDataSaved: true,
					customDataLength: customData.length,
				};
			},
		}),
	];
}
