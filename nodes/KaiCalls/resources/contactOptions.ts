import { contactHoursOption, contactLimitOption, oneThroughOption } from '../../shared/contacts/fields';
import { shownFor } from '../../shared/fields/displayed';
import { allowDuplicatesOption } from '../../shared/operations/once';

/** For the operations that ring or text a person. */
export const contactOptions = shownFor(
	{ '/resource': ['call', 'smsMessage'], '/operation': ['create', 'createAndWait', 'send'] },
	[allowDuplicatesOption, contactHoursOption, contactLimitOption, oneThroughOption],
);
