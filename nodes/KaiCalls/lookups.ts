import type { IDataObject } from 'n8n-workflow';

import { everything, rowsAt } from '../shared/paging/pages';
import { choice, lookupsOf, type Lookup } from '../shared/engine/listSearch';
import { availableNumberPages, callPages, firstPage, leadPages, numberRow, wholeList } from './pages';
import { kaiCalls } from './vendor';

const { searching, offering } = lookupsOf(kaiCalls);

/** Several things that tell one record from another. */
const together = (...parts: unknown[]): string =>
	parts.filter((part): part is string => typeof part === 'string' && part !== '').join(' · ');

export const listSearch = {
	searchAgents: searching({ path: '/agents', page: wholeList('agents'), toChoice: ({ id, name }) => choice(name, id) }),
	searchAvailableNumbers: searching({
		path: '/phone-numbers/available',
		page: availableNumberPages,
		read: numberRow,
		toChoice: ({ phone_number }) => choice(phone_number, phone_number),
	}),
	searchCalls: searching({
		path: '/calls',
		page: callPages,
		toChoice: ({ id, agent_name, status, created_at }) => choice(together(created_at, agent_name, status), id),
	}),
	searchCommunicationRuns: searching({
		path: '/communication-runs',
		page: firstPage('communication_runs', 'runs'),
		toChoice: ({ id, name, external_ref, created_at }) => choice(together(name, external_ref, created_at), id),
	}),
	searchConversations: searching({
		path: '/sms/conversations',
		page: firstPage('conversations'),
		toChoice: ({ id, phone, created_at }) => choice(together(phone, created_at), id),
	}),
	searchLeads: searching({
		path: '/leads',
		page: leadPages,
		toChoice: ({ id, name, phone, email }) => choice(name ?? phone ?? email, id),
	}),
	searchPhoneNumbers: searching({
		path: '/numbers',
		page: wholeList('numbers'),
		toChoice: ({ phone_number }) => choice(phone_number, phone_number),
	}),
	searchWebhooks: searching({
		path: '/webhooks',
		page: wholeList('webhooks'),
		toChoice: ({ id, url, description }) => choice(together(description, url), id),
	}),
	searchWorkspaces: searching({
		path: '/workspaces',
		page: wholeList('workspaces'),
		toChoice: ({ id, name }) => choice(name, id),
	}),
};

/** What an account webhook can report: no document lists it, the list of webhooks does. */
const events: Lookup = {
	path: '/webhooks',
	page: everything(rowsAt('events')),
	read: (event) => ({ event }) as IDataObject,
	toChoice: ({ event }) => choice(event, event),
};

export const loadOptions = { getWebhookEvents: offering(events) };
