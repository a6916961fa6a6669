import type { Agent, Alert } from './state';

/** The alert of an agent that has no LinkedIn account yet. */
export const setupAlert: Alert = {
	type: 'setup',
	subType: 'setup_needed',
	message: 'Connect a LinkedIn account',
	severity: 'warning',
};

/** A new agent: it must be set up before it can run. */
export function newAgent(id: string, name: string, login: string | null): Agent {
	return {
		id,
		name,
		status: 'setup_needed',
		login,
		country: null,
		avatar: null,
		nextTask: null,
		alerts: [setupAlert],
		usage: { invitations: 0, invitationsDaily: 0, messages: 0, messagesDaily: 0 },
		workingHours: { days: '1:1:1:1:1:0:0', start: '09:00', stop: '17:00', timezone: 0 },
		limits: {},
		settings: { skipInNetwork: false, invitationsOnly: false },
		workspaceId: null,
	};
}
