import { contactHoursOption, contactLimitOption, oneThroughOption } from '../../shared/contacts/fields';
import type { INodeProperties } from 'n8n-workflow';

/** For the operations that ring or text a person. */
export const contactOptions: INodeProperties[] = [contactHoursOption, contactLimitOption, oneThroughOption].map((option) => ({
	...option,
	displayOptions: { show: { '/resource': ['call', 'smsMessage'], '/operation': ['create', 'createAndWait', 'send'] } },
}));
