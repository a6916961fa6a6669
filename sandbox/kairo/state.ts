import type { Ids } from './ids';

type Members = Record<string, unknown>;

/** The members have the API's names; times are vendor epoch milliseconds, and replies show them as text. */
export interface Dated {
	id: string;
	created_at: number;
}

/** A tool that an agent may call. */
export interface Tool extends Members {
	id: string;
	name: string;
}

/** An AI agent of the account. */
export interface Agent extends Dated {
	name: string;
	model: string;
	/** As sent: keys (the documented example) or IDs of sources. */
	context: string[];
	tools: Tool[];
	/** Members of the body without a document. */
	rest: Members;
}

/** A workflow of the account, as it was sent. */
export interface Workflow extends Dated {
	/** The last body that was sent. */
	definition: Members & { name: string };
	updated_at: number;
}

/** The agent or workflow that a run belongs to. */
export interface RunOwner {
	type: 'agent' | 'workflow';
	id: string;
}

/** The ending of a run is decided at its start; the time decides whether it has ended. */
export interface Run extends Dated {
	trace_id: string;
	started_by: RunOwner;
	model: string;
	input: unknown;
	runs_at: number;
	ends_at: number;
	/** `null` = completed. */
	error: string | null;
	output: unknown;
	tokens: number;
	cost_usd: number;
}

/** A source of documents for agents. */
export interface Source extends Dated {
	/** Unique. */
	key: string;
	name: string;
	type: string;
	config: Members;
	rest: Members;
	refreshed_at: number;
}

/** A document of a source. */
export interface Document extends Dated {
	source_id: string;
	title: string;
	content: string | null;
	url: string | null;
	metadata: Members;
}

/** The context that one query has put together for a model. */
export interface ContextWindow extends Dated {
	query: string;
	document_ids: string[];
}

/** All data of one account; maps are oldest first. */
export interface KairoState {
	ids: Ids;
	agents: Map<string, Agent>;
	workflows: Map<string, Workflow>;
	runs: Map<string, Run>;
	sources: Map<string, Source>;
	documents: Map<string, Document>;
	windows: Map<string, ContextWindow>;
	/** Values of the unpublished `PATCH /context/settings`. */
	contextSettings: Members;
}
