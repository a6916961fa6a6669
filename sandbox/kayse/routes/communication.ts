import type { Route } from '../../server/vendor';
import { sendEmail, sendSms } from '../contract/communication';
import { refuseIf } from '../errors';
import { unknownId } from '../issues';
import type { Kayse } from '../kayse';
import type { Message } from '../state';
import { withBody } from './builders';

/** The endpoints that contact a client. */
export function communicationRoutes(kayse: Kayse): Route[] {
	/** No document says that an opted-out client is refused, so none is. */
	function schedule(message: Omit<Message, 'id' | 'at'>): void {
		const { clients, cases, messages } = kayse.state;
		const { case_id, client_id } = message;
		refuseIf([
			...unknownId(cases, 'case_id', case_id, 'case'),
			...unknownId(clients, 'client_id', client_id, 'client'),
		]);
		const linked = cases.get(case_id)?.client_ids.includes(client_id);
		refuseIf(linked ? [] : [{ field: 'client_id', message: 'is not linked to the case' }]);
		messages.add((id) => ({ id, at: kayse.clock.iso(), ...message }));
	}

	return [
		withBody({
			method: 'POST',
			path: '/cases/communication/sms',
			body: sendSms,
			handle({ body }) {
				schedule({ ...body, channel: 'sms', subject: null });
				return { message: 'sms scheduled' };
			},
		}),
		withBody({
			method: 'POST',
			path: '/cases/communication/email',
			body: sendEmail,
			handle({ body }) {
				schedule({ ...body, channel: 'email' });
				return { message: 'email scheduled' };
			},
		}),
	];
}
