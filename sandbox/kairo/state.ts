import type { Ids } from './ids';

type Members = Record<string, unknown>;

/** Members are the API's own; moments are vendor epoch milliseconds until a reply shows them. */
export interface Dated {
	id: string;
	created_at: number;
}

export interface Tool extends Members {
	id: string;
	name: string;
}

export interface Agent extends Dated {
	name: string;
	model: string;
	/** As they were sent: keys (the documented example) or IDs of sources. */
	context: string[];
	tools: Tool[];
	/** Members of the body that no document names. */
	rest: Members;
}

export interface Workflow extends Dated {
	/** The last body that was sent. */
	definition: Members & { name: string };
	updated_at: number;
}

export interface RunOwner {
	type: 'agent' | 'workflow';
	id: string;
}

/** How a run ends is decided when it starts; whether it has ended is a question of time. */
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

export interface Source extends Dated {
	/** Unique. */
	key: string;
	name: string;
	type: string;
	config: Members;
	rest: Members;
	refreshed_at: number;
}

export interface Document extends Dated {
	source_id: string;
	title: string;
	content: string | null;
	url: string | null;
	metadata: Members;
}

/** What one query put together for a model. */
export interface ContextWindow extends Dated {
	query: string;
	document_ids: string[];
}

/** Everything one account owns; maps are oldest first. */
export interface KairoState {
	ids: Ids;
	agents: Map<string, Agent>;
	workflows: Map<string, Workflow>;
	runs: Map<string, Run>;
	sources: Map<string, Source>;
	documents: Map<string, Document>;
	windows: Map<string, ContextWindow>;
	/** Of the unpublished `PATCH /context/settings`. */
	contextSettings: Members;
}
