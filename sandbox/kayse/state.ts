import type { Names } from './nameIds';
import type { Row, Table, Values } from './table';

/** A client of the law firm. */
export interface Client extends Row {
	values: Values;
	/** Only in replies; no request changes it. */
	gender: string | null;
	voice_calls_opted_out: boolean;
	case_ids: number[];
}

/** A case, with its clients. */
export interface Case extends Row {
	values: Values;
	opt_out_voice_calls: boolean;
	/** Mirrors the clients' `case_ids`. */
	client_ids: number[];
}

/** Which cases a list takes in by itself; left out, all types or all states. */
export interface CaseFilter {
	case_type_ids?: number[] | undefined;
	status_ids?: number[] | undefined;
}

/** A list of cases: those of the filter and `include_ids`, without `exclude_ids`. */
export interface CaseList extends Row {
	values: Values;
	filter: CaseFilter | null;
	include_ids: number[];
	exclude_ids: number[];
	/** The members, since the last use of the filter. */
	case_ids: number[];
}

/** A campaign of AI calls over the cases of a list. */
export interface Campaign extends Row {
	name: string;
	agent_id: string;
	case_list_id: number;
	values: Values;
	stats: Record<string, Record<string, unknown>>;
}

/** An AI agent in the form of the campaigns. */
export interface Agent {
	id: number;
	name: string;
	voice_id: string;
	avatar_url: string;
}

/** A scheduled AI call. */
export interface Call extends Row {
	at: string;
	campaign_id: number;
	case_id: number;
	client_id: number;
}

/** A text or an email to a client. */
export interface Message extends Row {
	at: string;
	channel: 'sms' | 'email';
	case_id: number;
	client_id: number;
	/** `null` for an SMS. */
	subject: string | null;
	message: string;
}

/** All data of one company. */
export interface KayseState {
	clients: Table<Client>;
	cases: Table<Case>;
	caseLists: Table<CaseList>;
	campaigns: Table<Campaign>;
	calls: Table<Call>;
	messages: Table<Message>;
	caseTypes: Names;
	statuses: Names;
	/** By `agent_id`. */
	agents: ReadonlyMap<string, Agent>;
}
