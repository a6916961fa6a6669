import type { IBinaryData, IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import type { IncomingResponse, OutgoingRequest } from './exchange';
import type { FileRequest } from './file';
import type { PersistentKeys } from './persistentKeys';
import type { ListEnd } from './listEnd';
import type { Contact } from './contact';
import type { CreatedRecord, Notes, RecordStatements } from './memory';
import type { RowResult } from './outcome';
import type { Run } from './run';
import type { Time } from './time';
import type { Explanation, Refusal, Spelling } from './vendor';

/** Which columns of a run's input Map Automatically uses; the user is told about unused ones after the run. */
export interface ColumnNotes {
	/** Columns that are filled. */
	offer(names: readonly string[]): void;
	/** Columns that a field uses. */
	use(names: readonly string[]): void;
	/** Columns that are filled in this item, and that no field has used so far. */
	unused(): string[];
}

/** One input item of an operation, as the node's parameters describe it. */
export interface ItemParameters {
	/** Place among the input items, from 0. */
	index: number;
	/** The item's own data. */
	input: IDataObject;
	/** The node is the tool of an AI agent: there is no input item, only parameters. */
	isTool: boolean;
	/** The columns of all items of the run. */
	columns: ColumnNotes;
	/** The workflow's time zone, such as "Europe/Berlin". */
	timeZone: string;
	/** Query and body, from the parameters whose description has a `routing.send`. */
	query: Record<string, unknown>;
	body: Record<string, unknown>;
	/**
	 * A node parameter of this item, in the form of its kind of field (`values/reading/kind.ts`).
	 * @param path such as `limit` or `additionalFields.name`
	 * @param fallback for a parameter that is hidden or empty; '' when absent
	 * @throws ItemFailure when it is not valid, or is required and empty
	 */
	parameter(path: string, fallback?: unknown): unknown;
	/**
	 * Whether an expression sets the parameter, or a part of it.
	 * @param path as of `parameter`
	 */
	isExpression(path: string): boolean;
	/**
	 * The template of this text, with expressions between its words; undefined if one expression brought the whole
	 * text.
	 */
	templateOf(text: string): string | undefined;
	/**
	 * Also reads the fields that the operation has not asked for.
	 * @throws ItemFailure as `parameter`
	 */
	check(): void;
}

/** A request of an operation: only its exceptions, the rest follows from the method. */
export interface ApiRequest {
	request: OutgoingRequest;
	/** The credential's field with the base URL, if it is not `baseUrl`. */
	base?: string;
	/** The limit that counts it; the vendor's rule for the method when absent. */
	tier?: string;
	/** Overrides the method's rule about sending it twice. */
	repeatable?: boolean;
	/** It changes nothing, although its method would allow it. */
	onlyReads?: boolean;
	/** The vendor does it only once for the same key, which is one of the headers. */
	idempotencyKey?: string;
	/** The operation has noted in `keys`, for all executions, that it is sent: no intent is needed. */
	isWrittenDown?: boolean;
	/**
	 * It reaches the persons of its items, see `Identity.contact`: the contact rules are asked right before it leaves.
	 */
	isContact?: boolean;
	/** Its effect, if tries of the same execution may use different paths; its method and path when absent. */
	effect?: string;
	/**
	 * The record must be gone in the end, even if another try deleted it; the default for the method DELETE. If a
	 * deletion looks the record up first, the lookup has this mark instead.
	 */
	deletes?: boolean;
	ids?: Refusal['ids'];
	/** Its answer is a page of a list, which may be larger than a record. */
	isList?: boolean;
	/** Its body contains secrets of the credential, which the vendor may quote also in a success. */
	holdsSecrets?: boolean;
	/** Refusals that count as an answer here, such as "already there": `send` returns them like a success. */
	tolerate?: (refusal: Refusal) => boolean;
	/** The path is not documented: a 404 may mean that the endpoint does not exist. */
	uncertainPath?: boolean;
	/** Its own error text for a refusal, before the vendor's. */
	explain?: (refusal: Refusal) => Explanation | undefined;
}

/** The way to the vendor while an item is being performed. */
export interface ApiClient {
	/**
	 * @param limits instead of the node's options
	 * @returns a successful response
	 * @throws ItemFailure otherwise
	 */
	send(apiRequest: ApiRequest, limits?: { maxRetries: number; maxWaitMs: number }): Promise<IncomingResponse>;
	/**
	 * A file from another host, which does not get the key.
	 * @throws ItemFailure when it cannot be downloaded
	 */
	download(file: FileRequest): Promise<IBinaryData>;
	/** The fields of the node's credential, for values that must not be node parameters. */
	credential(): Promise<IDataObject>;
	/** The base URL of the credential. */
	baseUrl(): Promise<string>;
	/** undefined if the execution cannot be put to wait, such as in the tool of an AI agent. */
	execution: Execution | undefined;
	run: Run;
	/** The item's place among the input items. */
	index: number;
	/**
	 * Identifies the item in all tries of the execution, including n8n's Retry; another execution has another value.
	 */
	idempotencyKey: string;
	/** States in between from an earlier try of this run. */
	notes: Notes;
	/** States in between of this item, under any of its keys. */
	itemNotes: Notes;
	/** Identifies the credential, even if its key changes. */
	credentialName: string;
	/**
	 * Identifies the key at the vendor, in all credentials with this key.
	 * @throws ItemFailure when the credential cannot be used
	 */
	account(): Promise<string>;
	/**
	 * The node's data from earlier executions. n8n saves it only for published workflows, and not when an execution is
	 * stopped.
	 * @param remedy the user's alternative if n8n does not load it
	 * @throws ItemFailure in that case
	 */
	kept(remedy: string): Promise<IDataObject>;
	/** Keys that outlive executions; undefined if n8n keeps none for the node. */
	keys: PersistentKeys | undefined;
	/** Reports how far the item's list was read, for a caller who cannot see that there is more. */
	listEnded(end: ListEnd): void;
	/** Reports something about the run that its items do not show. */
	warn(text: string): void;
	time: Time;
	vendorName: string;
	spelling: Spelling;
	/** Stop was pressed, or another item ended the run. */
	cancelled: () => boolean;
}

/** The way to the vendor for several items together. */
export interface RowsClient extends ApiClient {
	/**
	 * For requests about one of them: a further try finds each item's requests again.
	 * @param place among the rows
	 */
	ofRow(place: number): ApiClient;
	/** The vendor has accepted the request, but says that this row was not done. */
	notDone(place: number): void;
}

/** The execution, for an operation that puts it to wait for later reports. */
export interface Execution {
	/** The address for a vendor's reports; undefined when n8n has no address. */
	callbackUrl(): string | undefined;
	/**
	 * At this time, the node calls its own callback URL. n8n goes on by itself a grace period (ms) later.
	 * @param carried the items with which the execution then goes on, one for each input item, in order
	 */
	waitUntil(time: Date, carried: RowResult[], graceMs: number): Promise<void>;
}

/** The clients that an operation needs to perform its items. */
export interface Performance {
	run: Run;
	time: Time;
	/**
	 * @param index of the item that requests are for
	 * @param together of all items that share each request
	 */
	api(index: number, together?: readonly number[]): ApiClient;
	/** The request was accepted, but its answer says that nothing was done for this item. */
	notDone(index: number): void;
	/** Records that the node creates once in an execution, also in several turns of a loop or calls of a tool. */
	records: CreatedRecords;
	execution: Execution | undefined;
}

/**
 * See `Performance`.
 * @param record equal for rows that would create the same record;
 * @param row their statement about it. Both are plain data.
 */
export interface CreatedRecords {
	/** The item of an earlier run that created it, and whether its row was equal. */
	earlier(record: unknown, row: unknown): (Pick<CreatedRecord, 'index' | 'id'> & { isEqual: boolean }) | undefined;
	/** @param id null if it is not known whether it exists */
	keep(record: unknown, row: unknown, made: Pick<CreatedRecord, 'index' | 'id'>): void;
}

/** The values that decide whether two tries of an item do the same. Plain data. */
export interface Identity {
	/** Equal for items that would do the same. */
	effect: unknown;
	/** The complete content, if other words have the same effect. */
	content?: unknown;
	/**
	 * The person that it reaches, or the record that it creates. If an earlier try of the execution did it for the same
	 * one, it is not done again, even if everything else has changed.
	 */
	reaches?: unknown;
	/**
	 * It calls or writes to the person. Then it also counts if another operation of the node or another credential did
	 * it.
	 */
	isContact?: boolean;
	/** The person that it calls, writes to or adds, if the contact rules apply. */
	contact?: Contact;
	/** Its subject: items of two tries with different subjects are different, even if they come from equal items. */
	subject?: unknown;
}

/** An operation over all items of one run of the node. */
export interface OperationRun {
	/**
	 * Reads and checks one item. Nothing is sent.
	 * @throws ItemFailure of kind `input` naming field and remedy
	 */
	read(item: ItemParameters): Identity;
	/** Performs these items and settles each in the run. Items that are settled already need nothing more. */
	perform(indexes: number[], performance: Performance): Promise<void>;
	/** Runs once all items are settled, unless the run has been stopped. */
	finish?(performance: Performance): Promise<void>;
}

/** An operation's additions to the texts for the user. */
export interface Advice {
	/** Complete sentences about a risky item that is performed anyway. Throws ItemFailure when invalid. */
	warnings?: (item: ItemParameters) => string[];
	/** The scope that its API key needs, in the vendor's spelling. */
	scope?: string;
	/** Where the user can check whether it was done after an unclear answer. */
	lookUp?: string;
	/** Advice before running it again, if only tries of the same execution recognise each other. */
	again?: string;
	/**
	 * For models: members of its answer with words of other people, besides the common ones (`tool/untrusted.ts`), in
	 * any spelling.
	 */
	untrusted?: readonly string[];
	/** For models: members that would count as such, but are the user's own words. */
	ownWords?: readonly string[];
	/** For models, which cannot open a file: the operation that they can use instead. */
	insteadOfFile?: string;
	/** For models, which get no secrets: where a person finds it. */
	secretElsewhere?: string;
	/** Its answer is unchanged, including times. */
	answersRaw?: true;
	/** It changes nothing, for any methods of its endpoints. */
	onlyReads?: boolean;
	/**
	 * Its endpoints, such as `GET /campaigns/{campaignId}`, if they do not follow from its request; for docs/<vendor>.md and
	 * the tests.
	 */
	endpoints?: readonly string[];
	/** The page style of its list, for the same readers. */
	paging?: string;
	/** The most rows in one request, for the same readers; `chosen` by the user. */
	rowsPerRequest?: number | 'chosen';
}

/** An operation, independent of n8n's entry points. */
export interface Operation {
	advice: Advice;
	/** All items must be seen at once: Request Options > Batching cannot divide them. */
	isWhole?: boolean;
	/** It reads a list with the node's Return All and Limit. */
	isLimited?: true;
	/** It is about one record with a name: Options > Only If Name Is works. */
	isNamed?: true;
	/** @param statements of the rows of earlier runs in this execution about their records */
	begin(statements: RecordStatements): OperationRun;
}

/** The facts that every operation states about its request. */
export interface Endpoint {
	method: IHttpRequestMethods;
	/** Below the base URL; `{name}` is the node parameter of that name. */
	path: string;
	tier?: string;
	repeatable?: boolean;
	/** See `ApiRequest`. */
	onlyReads?: boolean;
}
