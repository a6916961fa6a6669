import type { INodePropertyOptions } from 'n8n-workflow';

import { allEvents } from '../shared/webhook/namedEvents';

/**
 * The events in OpenAPI's schema of `POST /webhooks`. Other pages list other names, so users can enter any name
 * (docs/vendors/kakiyo.md#c1). Each event has its own entry in n8n's list of nodes, with its `action` as text.
 */
export const DOCUMENTED_EVENTS: INodePropertyOptions[] = [
	{ name: 'LinkedIn Invitation Accepted', value: 'linkedin.invitation.accepted', action: 'On invitation accepted' },
	{ name: 'LinkedIn Invitation Sent', value: 'linkedin.invitation.sent', action: 'On invitation sent' },
	{ name: 'LinkedIn Message Received', value: 'linkedin.message.received', action: 'On prospect replied' },
	{ name: 'LinkedIn Message Sent', value: 'linkedin.message.sent', action: 'On message sent' },
	{ name: 'Prospect Needs Review', value: 'prospect.qualification.manual', action: 'On prospect needs review' },
	{ name: 'Prospect Unqualified', value: 'prospect.unqualified', action: 'On prospect unqualified' },
];

export const KNOWN_EVENTS = [allEvents, ...DOCUMENTED_EVENTS];
