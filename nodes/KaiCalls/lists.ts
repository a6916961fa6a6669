import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { everything } from '../shared/paging/pages';
import { rowsAt } from '../shared/paging/rows';
import { lookupsOf } from '../shared/engine/listSearch';
import { stringOf } from '../shared/values/text';
import { choice, type Lookup } from '../shared/paging/lookup';
import { availableNumberPages, callPages, firstPage, leadPages, numberRow, wholeList } from './pages';
import { kaiCalls } from './vendor';

const { listsOf, offering } = lookupsOf(kaiCalls);

/** For records without a name. */
const bearsNone = () => undefined;

/** A time such as `25 Nov 2026, 19:25 UTC`. It is in UTC because n8n does not give a list the time zone of the workflow. */
function legible(time: unknown): string | undefined {
	const moment = DateTime.fromISO(stringOf(time ?? ''), { zone: 'utc' });
	return moment.isValid ? moment.toFormat("d LLL yyyy, HH:mm 'UTC'") : undefined;
}

/** Joins the values that distinguish a record from others. */
const together = (...parts: unknown[]): string =>
	parts.filter((part): part is string => typeof part === 'string' && part !== '').join(' · ');

const agents: Lookup = { path: '/agents', page: wholeList('agents'), toChoice: ({ id, name }) => choice(name, id) };

export const { listed, listSearch } = listsOf({
	searchAgents: agents,
	searchAvailableNumbers: {
		path: '/phone-numbers/available',
		page: availableNumberPages,
		read: numberRow,
		toChoice: ({ phone_number }) => choice(phone_number, phone_number),
	},
	searchCalls: {
		path: '/calls',
		page: callPages,
		toChoice: ({ id, name, to, agent_name, status, created_at }) =>
			choice(together(name, to, agent_name, status, legible(created_at)), id),
		nameOf: bearsNone,
	},
	searchCommunicationRuns: {
		path: '/communication-runs',
		page: firstPage('communication_runs', 'runs'),
		toChoice: ({ id, name, external_ref, created_at }) => choice(together(name, external_ref, legible(created_at)), id),
		nameOf: ({ name }) => name,
	},
	searchConversations: {
		path: '/sms/conversations',
		page: firstPage('conversations'),
		toChoice: ({ id, name, phone, agent_name, created_at }) =>
			choice(together(name, phone, agent_name, legible(created_at)), id),
		nameOf: bearsNone,
	},
	searchLeads: {
		path: '/leads',
		page: leadPages,
		toChoice: ({ id, name, phone, email }) => choice(together(name, phone ?? email), id),
		nameOf: ({ name }) => name,
	},
	searchPhoneNumbers: {
		path: '/numbers',
		page: wholeList('numbers'),
		names: { of: 'agent_id', as: 'agent_name', from: agents },
		toChoice: ({ phone_number, agent_name }) => choice(together(phone_number, agent_name), phone_number),
		nameOf: ({ phone_number }) => phone_number,
	},
	searchWebhooks: {
		path: '/webhooks',
		page: wholeList('webhooks'),
		toChoice: ({ id, url, description }) => choice(together(description, url), id),
		nameOf: ({ description }) => description,
	},
	searchWorkspaces: {
		path: '/workspaces',
		page: wholeList('workspaces'),
		toChoice: ({ id, name }) => choice(name, id),
	},
});

/** Events of account webhooks. KaiCalls documents no list of them, but the list of webhooks has their names. */
const events: Lookup = {
	path: '/webhooks',
	page: everything(rowsAt('events')),
	read: (event) => ({ event }) as IDataObject,
	toChoice: ({ event }) => choice(event, event),
};

export const loadOptions = { getWebhookEvents: offering(events) };
