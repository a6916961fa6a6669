/** Every scope that a route here needs, and the one that includes all. */
export const scopes = [
	'*',
	'agents:read',
	'agents:write',
	'numbers:read',
	'numbers:write',
	'calls:read',
	'calls:write',
	'leads:read',
	'leads:write',
	'sms:read',
	'sms:write',
	'webhooks:read',
	'webhooks:write',
	'workspaces:read',
	'workspaces:write',
	'lifecycle:write',
	'communication-runs:read',
	'communication-runs:write',
	'events:read',
	'events:replay',
] as const;

/** The right of a key to one group of endpoints. */
export type Scope = (typeof scopes)[number];

/** Any one of these opens the route. A route that is not listed has no documented scope and needs none. */
const wanted: Record<string, readonly Scope[]> = {
	'GET /agents': ['agents:read'],
	'GET /agents/versions': ['agents:read'],
	'POST /agents': ['agents:write'],
	'PATCH /agents': ['agents:write'],
	'GET /numbers': ['numbers:read'],
	'GET /phone-numbers': ['numbers:read'],
	'GET /phone-numbers/available': ['numbers:read'],
	'POST /phone-numbers': ['numbers:write'],
	'DELETE /phone-numbers': ['numbers:write'],
	'GET /calls': ['calls:read'],
	'POST /calls': ['calls:write'],
	'GET /transcripts': ['calls:read'],
	'GET /recordings': ['calls:read'],
	'GET /leads': ['leads:read'],
	'GET /leads/audit': ['leads:read'],
	'POST /leads': ['leads:write'],
	'PATCH /leads': ['leads:write'],
	'POST /sms/send': ['sms:write'],
	'GET /sms/conversations': ['sms:read'],
	'GET /sms/messages': ['sms:read'],
	'POST /sms/update-prompt': ['agents:write'],
	'GET /workspaces': ['workspaces:read'],
	'POST /workspaces': ['workspaces:write'],
	'PATCH /workspaces': ['workspaces:write', 'lifecycle:write'],
	'GET /webhooks': ['webhooks:read'],
	'POST /webhooks': ['webhooks:write'],
	'DELETE /webhooks': ['webhooks:write'],
	'POST /webhooks/test': ['webhooks:write'],
	'POST /webhooks/rotate-secret': ['webhooks:write'],
	'GET /events': ['events:read'],
	'GET /event-deliveries': ['events:read', 'webhooks:read'],
	'POST /events/replay': ['events:replay'],
	'POST /communication-runs/validate': ['communication-runs:write'],
	'POST /communication-runs/preview': ['communication-runs:write'],
	'POST /communication-runs': ['communication-runs:write'],
	'GET /communication-runs': ['communication-runs:read'],
	'PATCH /communication-runs': ['communication-runs:write'],
	'GET /communication-jobs': ['communication-runs:read'],
};

/** The scopes that open a route; none if it needs none. */
export function scopesFor({ method, path }: { method: string; path: string }): readonly Scope[] {
	return wanted[`${method} ${path}`] ?? [];
}
